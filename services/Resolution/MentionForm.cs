namespace EntityRes.Resolution;

/// <summary>How a mention refers to its entity. The numbers are those of the wire contract.</summary>
public enum MentionForm : byte
{
    /// <summary>By name.</summary>
    Named = 1,

    /// <summary>By a noun phrase that gives a role or kind.</summary>
    Role = 2,

    /// <summary>By a pronoun.</summary>
    Pronoun = 3,
}
