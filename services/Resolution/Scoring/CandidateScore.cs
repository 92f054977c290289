using EntityRes.Resolution.Candidates;

namespace EntityRes.Resolution.Scoring;

/// <summary>A candidate of a chain with its score.</summary>
/// <param name="Candidate">The candidate.</param>
/// <param name="Score">Sum of the features' contributions, a log-odds.</param>
internal readonly record struct CandidateScore(Candidate Candidate, float Score);
