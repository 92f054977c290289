using EntityRes.Text;

namespace EntityRes.Import.Verification;

/// <summary>What a reference says about an id.</summary>
/// <param name="Reference">Name of the reference.</param>
/// <param name="Qid">The Wikidata item.</param>
/// <param name="Names">Its names.</param>
/// <param name="Country">ISO code or name of its country where the reference tells it, else empty.</param>
/// <param name="IsDistinctive">Whether two things of one name and country are unlikely to be both meant.</param>
public sealed record NamedFact(string Reference, string Qid, string[] Names, string Country, bool IsDistinctive);
