namespace EntityRes.Resolution.Candidates;

/// <summary>A candidate with its score.</summary>
/// <param name="Entity">Index into the catalogue.</param>
/// <param name="Score">Sum of the features' contributions, log-odds scale.</param>
public readonly record struct ScoredCandidate(int Entity, float Score);
