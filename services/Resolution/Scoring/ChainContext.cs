namespace EntityRes.Resolution.Scoring;

/// <summary>What the features may look at of the chain whose candidates are scored.</summary>
/// <param name="Document">The document around it.</param>
/// <param name="Type">The chain's type.</param>
/// <param name="WordCount">Words of its representative mention, ≥ 1.</param>
/// <param name="FirstReading">The entity it meant by the first reading, or −1 during that.</param>
internal readonly record struct ChainContext(DocumentContext Document, EntityType Type, int WordCount, int FirstReading);
