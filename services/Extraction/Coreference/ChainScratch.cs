namespace EntityRes.Extraction.Coreference;

/// <summary>Buffers of the chains of one document, and the names seen lately. Not thread-safe.</summary>
public sealed class ChainScratch
{
    /// <summary>What the sieves look at.</summary>
    internal DocumentFacts Document { get; } = new();

    /// <summary>The chains while they are built.</summary>
    internal ChainSet Chains { get; } = new();

    /// <summary>Tables of the sieves.</summary>
    internal SieveScratch Sieves { get; } = new();

    /// <summary>The chains of the last document.</summary>
    internal ChainWriter Writer { get; } = new();
}
