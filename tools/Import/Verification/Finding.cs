namespace EntityRes.Import.Verification;

/// <summary>How a fact of the catalogue stands to a reference.</summary>
public enum FindingKind
{
    /// <summary>The reference says otherwise, or the catalogue contradicts itself.</summary>
    Contradiction,

    /// <summary>A contradiction for which <c>explained.tsv</c> gives the reason.</summary>
    Explained,

    /// <summary>The two differ in a way that may be a matter of counting: a few days, a homonym.</summary>
    Difference,

    /// <summary>The reference knows something that the catalogue does not say.</summary>
    Unknown,

    /// <summary>Both say the same.</summary>
    Agreement,
}

/// <summary>One comparison.</summary>
/// <param name="Kind">How it came out.</param>
/// <param name="Reference">What the catalogue was compared with.</param>
/// <param name="Subject">What was compared, stable over runs: <c>ru/president Putin 2012-05-07</c>.</param>
/// <param name="Message">One line for people, with the places in the catalogue's files.</param>
public sealed record Finding(FindingKind Kind, string Reference, string Subject, string Message);
