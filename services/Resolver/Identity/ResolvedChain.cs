using EntityRes.Resolution;
using EntityRes.Resolution.CanonicalIds;
using EntityRes.V1;

namespace EntityRes.Resolver.Identity;

/// <summary>What a chain means after people's judgements were heard.</summary>
/// <param name="Decision">What was decided from the catalogue alone.</param>
/// <param name="EntityId">Canonical id; empty when unresolved.</param>
/// <param name="Status">How it was found.</param>
/// <param name="SplitInto">The entities it may mean when its id was split; then it is unresolved.</param>
internal readonly record struct ResolvedChain(Decision Decision, string EntityId, ResolutionStatus Status, IReadOnlyList<string> SplitInto)
{
    /// <summary>Applies the judgements to a decision.</summary>
    /// <param name="decision">The decision.</param>
    /// <param name="minted">The remembered entity of a NIL decision; null where there is none.</param>
    /// <param name="snapshot">The catalogue that decided, and the judgements.</param>
    internal static ResolvedChain Of(Decision decision, MintedEntity? minted, CatalogueSnapshot snapshot)
    {
        var found = decision.Kind switch
        {
            DecisionKind.Linked => snapshot.Catalogue.Entities[decision.Entity].Id,
            DecisionKind.Nil when minted is not null => minted.Id,
            _ => "",
        };
        if (found.Length == 0 || IsUndecided(decision, found, snapshot))
            return new ResolvedChain(decision, "", ResolutionStatus.Unresolved, []);
        var id = snapshot.Ledger.Canonical(found);
        if (snapshot.Ledger.Successors(id) is { Count: > 0 } successors)
            return new ResolvedChain(decision, "", ResolutionStatus.Unresolved, successors);
        var isMinted = MintedId.IsWellFormed(id) && !snapshot.Catalogue.TryFind(id, out _);
        return new ResolvedChain(decision, id, isMinted ? ResolutionStatus.Minted : ResolutionStatus.Linked, []);
    }

    // Two entities that somebody keeps apart, and nothing in the document speaks for one of them.
    private static bool IsUndecided(Decision decision, string found, CatalogueSnapshot snapshot)
    {
        if (decision.Kind != DecisionKind.Linked || decision.Candidates.Count < 2 || decision.Candidates[0].Score > decision.Candidates[1].Score)
            return false;
        var second = snapshot.Ledger.Canonical(snapshot.Catalogue.Entities[decision.Candidates[1].Entity].Id);
        return snapshot.Ledger.DifferentFrom(found).Contains(second, StringComparer.Ordinal);
    }
}
