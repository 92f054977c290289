namespace EntityRes.Evaluation.Linking;

/// <summary>What a case counts as; a wrong link is both a false positive and a false negative.</summary>
[Flags]
internal enum LinkingOutcome
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>The right link.</summary>
    TruePositive = 1,

    /// <summary>A link that is not right.</summary>
    FalsePositive = 2,

    /// <summary>A label that has not its link.</summary>
    FalseNegative = 4,
}
