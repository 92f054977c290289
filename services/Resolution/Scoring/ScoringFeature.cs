using EntityRes.Resolution.Candidates;

namespace EntityRes.Resolution.Scoring;

/// <summary>A pure measure of how well a candidate fits.</summary>
/// <param name="chain">The chain and the document around it.</param>
/// <param name="candidate">The candidate.</param>
/// <returns>The measure; its range is the feature's own.</returns>
internal delegate float Measure(in ChainContext chain, Candidate candidate);

/// <summary>A named feature.</summary>
/// <param name="Name">Stable name, as explanations and weights use it.</param>
/// <param name="Measure">The measure.</param>
internal sealed record ScoringFeature(string Name, Measure Measure);
