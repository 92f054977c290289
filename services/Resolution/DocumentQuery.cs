using EntityRes.Text;

namespace EntityRes.Resolution;

/// <summary>What is to be resolved of one document.</summary>
/// <param name="Chains">Its chains.</param>
/// <param name="AsOf">The date as of which roles are understood; null when it is not known.</param>
/// <param name="Explain">Whether to explain every decision.</param>
/// <param name="MostCandidates">How many candidates a decision on a name lists at most, ≥ 0.</param>
public sealed record DocumentQuery(
    IReadOnlyList<ChainQuery> Chains, PartialDate? AsOf, bool Explain, int MostCandidates = int.MaxValue);
