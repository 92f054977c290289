namespace EntityRes.Extraction.Mentions.Rules;

/// <summary>Whether an office is held.</summary>
internal enum RoleTense : byte
{
    /// <summary>Held, or nothing is said.</summary>
    Current,

    /// <summary>"former", "ex-", "then", "ousted"; not "late": the text calls the dead by their office.</summary>
    Former,

    /// <summary>"incoming", "designate", "-elect".</summary>
    Future,
}
