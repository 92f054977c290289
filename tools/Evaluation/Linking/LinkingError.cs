namespace EntityRes.Evaluation.Linking;

/// <summary>Why a case is wrong.</summary>
internal enum LinkingError
{
    /// <summary>No prediction overlaps the label.</summary>
    Undetected,

    /// <summary>A prediction overlaps the label, none has its words.</summary>
    WrongSpan,

    /// <summary>Found, but the right entity was not weighed.</summary>
    CandidateMissing,

    /// <summary>Found, linked to another entity.</summary>
    WrongChoice,

    /// <summary>Found, but not linked.</summary>
    LeftUnlinked,

    /// <summary>Linked, though the label is outside the knowledge base, optional, a date or a quantity.</summary>
    NilLinked,

    /// <summary>Linked, though no label has these words.</summary>
    Spurious,
}
