namespace EntityRes.Resolution.CanonicalIds;

/// <summary>
/// Where identity is kept: the records of minted entities, the ledger of what people decided, and the announcements of new ids. The one
/// seam behind which the embedded database and Redis stand; it understands none of what it keeps.
/// </summary>
/// <remarks>
/// Thread-safe. Every method is one round trip, however many records it names. What was acknowledged survives the end of the process
/// and of the server (unless the store is in memory only). All methods throw <see cref="StoreUnavailableException"/> when the store
/// cannot be reached or refuses writes: what was to be written may or may not have been.
/// </remarks>
public interface IIdentityStore : IAsyncDisposable
{
    /// <summary>The position before the first entry or announcement.</summary>
    const string Beginning = "0";

    /// <summary>Reads the records of families.</summary>
    /// <param name="families">Twelve characters each.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The record of each family, in their order; null where there is none.</returns>
    ValueTask<IReadOnlyList<string?>> ReadFamiliesAsync(IReadOnlyList<string> families, CancellationToken cancellationToken);

    /// <summary>Writes families, each atomically and only if it still is as it was read.</summary>
    /// <param name="changes">The changes, of different families.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>What each family now is: the given record where it was written, else the record of whoever was faster.</returns>
    ValueTask<IReadOnlyList<string?>> WriteFamiliesAsync(IReadOnlyList<FamilyChange> changes, CancellationToken cancellationToken);

    /// <summary>Reads the records of all families, in no particular order; those written meanwhile may or may not be among them.</summary>
    IAsyncEnumerable<(string Family, string Record)> ReadAllFamiliesAsync(CancellationToken cancellationToken);

    /// <summary>Appends an entry to the ledger if nothing was appended since a position was read.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="after">The position of the last entry known, <see cref="Beginning"/> when there was none.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The entry's position; null when somebody was faster: read on and try again.</returns>
    ValueTask<string?> AppendAsync(string entry, string after, CancellationToken cancellationToken);

    /// <summary>Reads the ledger.</summary>
    /// <param name="after">The position after which to begin; <see cref="Beginning"/> for the first entry.</param>
    /// <param name="most">At most so many entries.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    ValueTask<IReadOnlyList<LoggedEntry>> ReadLedgerAsync(string after, int most, CancellationToken cancellationToken);

    /// <summary>Reads the announcements of minted ids: each id's once it is remembered, in no particular order among ids.</summary>
    /// <param name="after">The position after which to begin; <see cref="Beginning"/> for the first.</param>
    /// <param name="most">About so many announcements.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="ArgumentException">The position is none of this store.</exception>
    ValueTask<IReadOnlyList<MintedEvent>> ReadMintedAsync(string after, int most, CancellationToken cancellationToken);

    /// <summary>The position after the newest announcement.</summary>
    ValueTask<string> FindEndOfMintedAsync(CancellationToken cancellationToken);

    /// <summary>Whether the store answers and accepts writes now; never throws but for cancellation.</summary>
    ValueTask<bool> IsUsableAsync(CancellationToken cancellationToken);
}
