namespace EntityRes.Resolution.Scoring;

/// <summary>What the features may look at of the chain whose candidates are scored.</summary>
/// <param name="Document">The document around it.</param>
/// <param name="Chain">The chain.</param>
/// <param name="WordCount">Words of its representative mention, ≥ 1.</param>
/// <param name="FirstReading">The entity it meant by the first reading, or −1 during that.</param>
internal readonly record struct ChainContext(DocumentContext Document, ChainQuery Chain, int WordCount, int FirstReading)
{
    /// <summary>The chain's type.</summary>
    internal EntityType Type => Chain.Type;

    /// <summary>The mention that names it best.</summary>
    internal MentionQuery Representative => Chain.Mentions[Chain.Representative];
}
