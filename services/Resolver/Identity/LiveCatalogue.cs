using EntityRes.Resolution.CanonicalIds;
using EntityRes.Resolution.Catalogue;
using EntityRes.Resolution.Ledger;
using EntityRes.Resolution.Scoring;

namespace EntityRes.Resolver.Identity;

/// <summary>The catalogue as this replica knows it: follows the ledger, appends to it, and never sees half an entry.</summary>
/// <remarks>
/// Thread-safe. Readers take <see cref="Current"/> once per call. What this replica appends is in <see cref="Current"/> before the call
/// returns; what others append once <see cref="CatchUpAsync"/> ran, which <see cref="LedgerFollower"/> sees to every
/// <see cref="LedgerFollower.Interval"/>.
/// </remarks>
public sealed class LiveCatalogue(EntityCatalogue compiled, ScoringModel model, IIdentityStore store, TimeProvider clock) : IDisposable
{
    /// <summary>How old this replica's knowledge of the ledger may be before answers carry a warning.</summary>
    public static readonly TimeSpan StalenessBound = TimeSpan.FromSeconds(1);

    private const int EntriesAtOnce = 5_000;

    private readonly SemaphoreSlim _turn = new(1, 1);
    private volatile CatalogueSnapshot _current = new(compiled, model);
    private long _lastCaughtUp = long.MinValue;
    private volatile bool _isLedgerGone;

    /// <summary>The newest snapshot.</summary>
    public CatalogueSnapshot Current => _current;

    private bool IsFresh => Volatile.Read(ref _lastCaughtUp) is var last && last != long.MinValue && clock.GetElapsedTime(last) <= StalenessBound;

    /// <summary>Reads the ledger to its end.</summary>
    /// <exception cref="StoreUnavailableException">The store cannot be reached, or holds what this version cannot read.</exception>
    public async ValueTask CatchUpAsync(CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            await ReadToEndAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Sees to it that the ledger was read to its end within the bound: a busy machine may have kept the follower from it.</summary>
    /// <returns>false when the store could not be reached; it is not asked again as long as the last reading failed.</returns>
    public async ValueTask<bool> TryBeFreshAsync(CancellationToken cancellationToken)
    {
        if (IsFresh)
            return true;
        if (_isLedgerGone)
            return false;
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (!IsFresh && !_isLedgerGone)
                await ReadToEndAsync(cancellationToken).ConfigureAwait(false);
            return IsFresh;
        }
        catch (StoreUnavailableException)
        {
            return false;
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Reads the ledger to its end if the store can be reached.</summary>
    public async ValueTask<bool> TryCatchUpAsync(CancellationToken cancellationToken)
    {
        try
        {
            await CatchUpAsync(cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (StoreUnavailableException)
        {
            return false;
        }
    }

    /// <summary>Appends an entry that is true beside all before it.</summary>
    /// <param name="compose">Makes the entry of a snapshot; called again when another replica was faster.</param>
    /// <param name="cancellationToken">Ends the wait; the entry may or may not have been appended by then.</param>
    /// <returns>The entry; <see cref="Current"/> holds it.</returns>
    /// <exception cref="LedgerConflictException">The entry contradicts an earlier one.</exception>
    /// <exception cref="StoreUnavailableException">The store cannot be reached.</exception>
    public async ValueTask<LedgerEntry> AppendAsync(Func<CatalogueSnapshot, LedgerEntry> compose, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(compose);
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            while (true)
            {
                await ReadToEndAsync(cancellationToken).ConfigureAwait(false);
                var snapshot = _current;
                var entry = compose(snapshot);
                if (snapshot.Ledger.FindConflict(entry) is { } conflict)
                    throw new LedgerConflictException(conflict);
                var text = entry.ToText();
                if (await store.AppendAsync(text, snapshot.Position, cancellationToken).ConfigureAwait(false) is not { } position)
                    continue;
                _current = snapshot.With([new LoggedEntry(position, text)]);
                return entry;
            }
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _turn.Dispose();

    private async ValueTask ReadToEndAsync(CancellationToken cancellationToken)
    {
        try
        {
            long began;
            IReadOnlyList<LoggedEntry> entries;
            do
            {
                began = clock.GetTimestamp();
                entries = await store.ReadLedgerAsync(_current.Position, EntriesAtOnce, cancellationToken).ConfigureAwait(false);
                if (entries.Count > 0)
                    _current = _current.With(entries);
            }
            while (entries.Count == EntriesAtOnce);
            Volatile.Write(ref _lastCaughtUp, began);
            _isLedgerGone = false;
        }
        catch (StoreUnavailableException)
        {
            _isLedgerGone = true;
            throw;
        }
    }
}
