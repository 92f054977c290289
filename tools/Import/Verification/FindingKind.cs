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
