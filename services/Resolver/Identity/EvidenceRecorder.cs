using System.Collections.Concurrent;
using EntityRes.Resolution.CanonicalIds;

namespace EntityRes.Resolver.Identity;

/// <summary>Collects what is seen of minted entities and writes it once in a while: an answer never waits for it.</summary>
/// <remarks>
/// Thread-safe. Sightings of one entity are written together. What was not written yet when the process is killed is lost, as are
/// sightings beyond the bound while the store is away: evidence may be missing, ids never are.
/// </remarks>
public sealed class EvidenceRecorder(IIdentityStore store, ILogger<EvidenceRecorder> logger) : BackgroundService
{
    /// <summary>How often evidence is written.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    private const int MostWaiting = 100_000;
    private const int FamiliesAtOnce = 500;

    private ConcurrentQueue<(string Id, NameSighting Sighting)> _waiting = [];

    /// <summary>Takes note of a sighting of a remembered entity.</summary>
    public void Record(string id, NameSighting sighting)
    {
        if (_waiting.Count < MostWaiting)
            _waiting.Enqueue((id, sighting));
    }

    /// <summary>Writes everything that was recorded so far.</summary>
    /// <exception cref="StoreUnavailableException">The store cannot be reached; what was not written waits on.</exception>
    public async Task FlushAsync(CancellationToken cancellationToken)
    {
        var taken = Interlocked.Exchange(ref _waiting, []);
        foreach (var batch in taken.GroupBy(seen => MintedId.FamilyOf(seen.Id), StringComparer.Ordinal).Chunk(FamiliesAtOnce))
        {
            try
            {
                await WriteAsync(batch, cancellationToken);
            }
            catch (Exception failed) when (failed is StoreUnavailableException or OperationCanceledException)
            {
                foreach (var seen in batch.SelectMany(family => family))
                    Record(seen.Id, seen.Sighting);
                throw;
            }
        }
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
                await TryFlushAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            await TryFlushAsync(CancellationToken.None);
        }
    }

    private async Task TryFlushAsync(CancellationToken cancellationToken)
    {
        try
        {
            await FlushAsync(cancellationToken);
        }
        catch (StoreUnavailableException down)
        {
            Log.EvidenceWaits(logger, _waiting.Count, down.Message);
        }
    }

    private async Task WriteAsync(IGrouping<string, (string Id, NameSighting Sighting)>[] families, CancellationToken cancellationToken)
    {
        var pending = families;
        var records = await store.ReadFamiliesAsync([.. pending.Select(family => family.Key)], cancellationToken);
        while (pending.Length > 0)
        {
            var changes = pending.Select((family, i) => Change(family, records[i])).ToArray();
            var wanted = Enumerable.Range(0, changes.Length).Where(i => changes[i] is not null).ToArray();
            var written = await store.WriteFamiliesAsync([.. wanted.Select(i => changes[i]!)], cancellationToken);
            var lost = Enumerable.Range(0, wanted.Length).Where(i => written[i] != changes[wanted[i]]!.Record).ToArray();
            pending = [.. lost.Select(i => pending[wanted[i]])];
            records = [.. lost.Select(i => written[i])];
        }
    }

    // Null when there is nothing to write: no such record, or a repetition.
    private static FamilyChange? Change(IGrouping<string, (string Id, NameSighting Sighting)> seen, string? record)
    {
        var family = MintedFamily.Of(record);
        foreach (var (id, sighting) in seen)
        {
            if (family.Find(id) is { } member)
                family = family.With(id, member.Evidence.With(sighting));
        }

        var text = family.ToText();
        return record is null || text == record ? null : new FamilyChange(seen.Key, record, text, []);
    }
}
