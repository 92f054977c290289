namespace EntityRes.Resolution.CanonicalIds;

/// <summary>Decisions → canonical ids: asks the store for all NIL chains of a document in one round trip.</summary>
/// <remarks>Thread-safe.</remarks>
public sealed class CanonicalIdAssigner(ICanonicalIdStore store)
{
    /// <summary>Finds or makes the remembered entity of every NIL decision.</summary>
    /// <param name="decisions">The decisions of one document.</param>
    /// <param name="mint">Whether to remember names that are not remembered yet.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The remembered entity of each decision, in their order; null where there is none.</returns>
    /// <exception cref="StoreUnavailableException">
    /// The store cannot be reached. When nothing was to be written, the caller may go on without.
    /// </exception>
    public async ValueTask<IReadOnlyList<MintedEntity?>> AssignAsync(
        IReadOnlyList<Decision> decisions, bool mint, CancellationToken cancellationToken)
    {
        var assigned = new MintedEntity?[decisions.Count];
        var nil = Enumerable.Range(0, decisions.Count).Where(i => decisions[i].Minted is not null).ToArray();
        if (nil.Length == 0)
            return assigned;

        var proposals = nil.Select(i => decisions[i].Minted!).ToList();
        IReadOnlyList<MintedEntity?> found = mint
            ? await store.MintAsync(proposals, cancellationToken).ConfigureAwait(false)
            : await store.FindAsync([.. proposals.Select(proposal => proposal.Id)], cancellationToken).ConfigureAwait(false);
        for (var i = 0; i < nil.Length; i++)
            assigned[nil[i]] = found[i];
        return assigned;
    }
}
