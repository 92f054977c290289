namespace EntityRes.Resolution.Roles;

/// <summary>What the words before a role noun say about the holder.</summary>
[Flags]
public enum RoleModifiers
{
    /// <summary>Nothing: the one in office.</summary>
    None = 0,

    /// <summary>"former", "ex-", "late": somebody no longer in office.</summary>
    Former = 1,

    /// <summary>"acting": somebody who holds the office in that capacity.</summary>
    Acting = 2,

    /// <summary>"incoming", "-elect", "designate": somebody not yet in office.</summary>
    Incoming = 4,

    /// <summary>"then-": the one in office at another time, which the phrase does not tell.</summary>
    Then = 8,

    /// <summary>"interim": the one in office; of several, the one who acts.</summary>
    Interim = 16,

    /// <summary>"last": the last holder of an office that is gone.</summary>
    Last = 32,
}
