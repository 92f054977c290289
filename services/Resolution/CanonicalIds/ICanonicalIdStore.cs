namespace EntityRes.Resolution.CanonicalIds;

/// <summary>
/// Where minted entities are remembered: the one seam behind which the embedded database and Redis stand.
/// </summary>
/// <remarks>Thread-safe. Every method is one round trip, however many entities it names.</remarks>
public interface ICanonicalIdStore : IAsyncDisposable
{
    /// <summary>
    /// Remembers the entities that are not remembered yet, atomically one by one: of concurrent first sightings all callers get
    /// the same entity. What was acknowledged survives the end of the process (unless the store is in memory only).
    /// </summary>
    /// <param name="proposals">Entities as they would be remembered; the same id may occur more than once.</param>
    /// <param name="cancellationToken">Ends the wait; entities may or may not have been remembered by then.</param>
    /// <returns>The remembered entity of each proposal, in the order of the proposals.</returns>
    /// <exception cref="StoreUnavailableException">The store cannot be reached; nothing is known of any proposal.</exception>
    ValueTask<IReadOnlyList<MintedEntity>> MintAsync(
        IReadOnlyList<MintedEntity> proposals, CancellationToken cancellationToken);

    /// <summary>Reads remembered entities.</summary>
    /// <param name="ids">Canonical ids.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The entity of each id, in the order of the ids; null where none is remembered.</returns>
    /// <exception cref="StoreUnavailableException">The store cannot be reached.</exception>
    ValueTask<IReadOnlyList<MintedEntity?>> FindAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken);

    /// <summary>Whether the store answers now; never throws but for cancellation.</summary>
    ValueTask<bool> IsUsableAsync(CancellationToken cancellationToken);
}
