using EntityRes.Resolution.Candidates;
using EntityRes.Resolution.CanonicalIds;
using EntityRes.Resolution.Scoring;

namespace EntityRes.Resolution;

/// <summary>What was decided on one chain, from the catalogue alone.</summary>
/// <param name="Kind">Linked, NIL or unresolved.</param>
/// <param name="Entity">Index into the catalogue when linked, else −1.</param>
/// <param name="Minted">The entity to remember when NIL, else null.</param>
/// <param name="Confidence01">Probability that the decision is right; when unresolved, that of the best candidate.</param>
/// <param name="Candidates">Best first: score ↓, prior ↓, canonical id ordinal ↑; of a name as many as the query asks for.</param>
/// <param name="Explanation">Why; null when it was not asked for and the chain is no unresolved role.</param>
public sealed record Decision(
    DecisionKind Kind,
    int Entity,
    MintedEntity? Minted,
    float Confidence01,
    IReadOnlyList<ScoredCandidate> Candidates,
    Explanation? Explanation);
