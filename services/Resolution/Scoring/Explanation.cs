using EntityRes.Resolution.Roles;

namespace EntityRes.Resolution.Scoring;

/// <summary>Why a decision is what it is.</summary>
/// <param name="Features">Largest absolute contribution first; they sum to the score of the best candidate.</param>
/// <param name="Decisive">The feature that separates it from the runner-up most; empty without one.</param>
/// <param name="RunnerUp">The second best candidate, as index into the catalogue; −1 without one.</param>
/// <param name="Office">The office that a role was resolved by, or null.</param>
/// <param name="Tenure">The tenure that a role was resolved by, or null.</param>
/// <param name="Reason">One sentence for people.</param>
public sealed record Explanation(
    IReadOnlyList<ExplainedFeature> Features, string Decisive, int RunnerUp, Office? Office, Tenure? Tenure, string Reason);
