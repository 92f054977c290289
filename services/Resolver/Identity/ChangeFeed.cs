using System.Runtime.CompilerServices;
using EntityRes.Hosting;
using EntityRes.Resolution.CanonicalIds;
using EntityRes.V1;
using Google.Protobuf.WellKnownTypes;

namespace EntityRes.Resolver.Identity;

/// <summary>What changes, from a cursor on: announcements of minted ids and entries of the ledger as one stream.</summary>
/// <remarks>
/// At least once, and in order for each entity: the ledger is read before the announcements and told after them, so that no judgement
/// on an id is told before its minting.
/// </remarks>
public sealed class ChangeFeed(IIdentityStore store)
{
    /// <summary>How often the store is asked while nothing changes.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(50);

    private const int AtOnce = 1_000;
    private const char Separator = '~';

    /// <summary>Streams changes until cancelled.</summary>
    /// <param name="cursor">Cursor of the last change seen; empty = from now on; <c>0</c> = from the first.</param>
    /// <param name="cancellationToken">Ends the stream.</param>
    /// <exception cref="Grpc.Core.RpcException">INVALID_ARGUMENT: the cursor is none of this store.</exception>
    /// <exception cref="StoreUnavailableException">The store cannot be reached: resume from the last cursor.</exception>
    public async IAsyncEnumerable<Change> WatchAsync(string cursor, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (ledger, minted) = await StartAsync(cursor, cancellationToken);
        using var timer = new PeriodicTimer(Interval);
        do
        {
            var entries = await ReadAsync(() => store.ReadLedgerAsync(ledger, AtOnce, cancellationToken));
            IReadOnlyList<MintedEvent> events;
            do
            {
                events = await ReadAsync(() => store.ReadMintedAsync(minted, AtOnce, cancellationToken));
                foreach (var announced in events)
                {
                    minted = announced.Position;
                    yield return new Change
                    {
                        Cursor = $"{ledger}{Separator}{minted}",
                        Kind = ChangeKind.Minted,
                        EntityIds = { announced.Id },
                        Time = announced.Time.ToTimestamp(),
                    };
                }
            }
            while (events.Count > 0);

            foreach (var logged in entries)
            {
                ledger = logged.Position;
                yield return HistoryMapping.ToChange(logged.Read(), $"{ledger}{Separator}{minted}");
            }
        }
        while (await timer.WaitForNextTickAsync(cancellationToken));
    }

    private async Task<(string Ledger, string Minted)> StartAsync(string cursor, CancellationToken cancellationToken)
    {
        if (cursor == IIdentityStore.Beginning)
            return (IIdentityStore.Beginning, IIdentityStore.Beginning);
        if (cursor.Length > 0)
        {
            return cursor.Split(Separator) is [var ledger, var minted] ? (ledger, minted)
                : throw RequestErrors.InvalidArgument("cursor", "is none that this service gave");
        }

        var position = IIdentityStore.Beginning;
        while (await store.ReadLedgerAsync(position, AtOnce, cancellationToken) is { Count: > 0 } entries)
            position = entries[^1].Position;
        return (position, await store.FindEndOfMintedAsync(cancellationToken));
    }

    private static async ValueTask<T> ReadAsync<T>(Func<ValueTask<T>> read)
    {
        try
        {
            return await read();
        }
        catch (ArgumentException)
        {
            throw RequestErrors.InvalidArgument("cursor", "is none that this service gave");
        }
    }
}
