namespace EntityRes.Extraction.Coreference;

/// <summary>One way to tell that mentions mean the same, and its stable name.</summary>
/// <param name="Name">Kept as the evidence of each link.</param>
/// <param name="Link">Joins chains of the document.</param>
internal sealed record Sieve(string Name, Action<DocumentFacts, ChainSet, SieveScratch> Link);
