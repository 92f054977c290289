using System.Globalization;
using System.Net;
using System.Runtime.CompilerServices;
using EntityRes.Resolution.CanonicalIds;
using StackExchange.Redis;

namespace EntityRes.Resolver.Stores;

/// <summary>Identity in Redis (7.0 or newer), shared by all replicas: one server, Sentinel or a cluster.</summary>
/// <remarks>
/// One multiplexer a process; every call is one pipelined round trip of commands and scripts on one slot each, so it runs unchanged on
/// a cluster. With acknowledgements demanded, a write is answered once so many replicas have it too (<c>WAIT</c>), which costs a second
/// round trip: then a failed master loses nothing that was acknowledged.
/// </remarks>
public sealed class RedisIdentityStore : IIdentityStore
{
    private const int ConnectTimeoutMs = 1_000;
    private const int CallTimeoutMs = 2_000; // a first call of 10,000 entities, synced to disk, takes one second
    private const int WaitTimeoutMs = 1_000;
    private const int ScanPage = 1_000;
    private const int WritesAtOnce = 1_000; // each synced to disk: so many are well within the timeout

    private readonly ConnectionMultiplexer _redis;
    private readonly int _acknowledgements;

    private RedisIdentityStore(ConnectionMultiplexer redis, int acknowledgements) => (_redis, _acknowledgements) = (redis, acknowledgements);

    /// <summary>Opens the store; Redis may come later.</summary>
    /// <param name="connectionString">StackExchange.Redis connection string; timeouts given there are kept.</param>
    /// <param name="acknowledgements">Replicas that must have a write before it is acknowledged, ≥ 0.</param>
    /// <exception cref="InvalidDataException">The connection string is malformed.</exception>
    public static async Task<RedisIdentityStore> OpenAsync(string connectionString, int acknowledgements = 0)
    {
        ConfigurationOptions options;
        try
        {
            options = ConfigurationOptions.Parse(connectionString);
        }
        catch (ArgumentException wrong)
        {
            throw new InvalidDataException($"ENTITYRES_REDIS: {wrong.Message}", wrong);
        }

        options.AbortOnConnectFail = false;
        if (!connectionString.Contains("Timeout=", StringComparison.OrdinalIgnoreCase))
        {
            options.ConnectTimeout = ConnectTimeoutMs;
            options.AsyncTimeout = options.SyncTimeout = CallTimeoutMs;
        }

        options.IncludeDetailInExceptions = false; // host names and thread counts are nothing for callers
        options.BacklogPolicy = BacklogPolicy.FailFast;
        return new RedisIdentityStore(await ConnectionMultiplexer.ConnectAsync(options), acknowledgements);
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<string?>> ReadFamiliesAsync(IReadOnlyList<string> families, CancellationToken cancellationToken)
    {
        var database = _redis.GetDatabase();
        var records = await CallAsync(
            () => Task.WhenAll(families.Select(family => database.StringGetAsync(RedisKeys.Family(family)))), cancellationToken);
        return [.. records.Select(record => (string?)record)];
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<string?>> WriteFamiliesAsync(
        IReadOnlyList<FamilyChange> changes, CancellationToken cancellationToken)
    {
        var records = new List<string?>(changes.Count);
        foreach (var some in changes.Chunk(WritesAtOnce))
            records.AddRange(await WriteSomeAsync(some, cancellationToken));
        return records;
    }

    private async Task<IEnumerable<string?>> WriteSomeAsync(FamilyChange[] changes, CancellationToken cancellationToken)
    {
        var database = _redis.GetDatabase();
        var records = await CallAsync(
            async () =>
            {
                var written = await Task.WhenAll(changes.Select(change => database.ScriptEvaluateAsync(
                    RedisScripts.WriteFamily,
                    [RedisKeys.Family(change.Family), RedisKeys.MintedOf(change.Family)],
                    [change.Expected ?? "", change.Record, .. change.MintedIds.Select(id => (RedisValue)id)])));
                await AwaitReplicasAsync(changes.Select(change => RedisKeys.Family(change.Family)));
                return written;
            },
            cancellationToken);
        return records.Select(record => (string?)record);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<(string Family, string Record)> ReadAllFamiliesAsync(
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var masters = _redis.GetServers().Where(server => server is { IsConnected: true, IsReplica: false });
        foreach (var master in masters)
        {
            var families = master.KeysAsync(pattern: RedisKeys.FamilyPattern, pageSize: ScanPage).Select(RedisKeys.FamilyOf);
            await foreach (var page in families.Chunk(ScanPage).WithCancellation(cancellationToken))
            {
                var records = await ReadFamiliesAsync(page, cancellationToken);
                for (var i = 0; i < page.Length; i++)
                {
                    if (records[i] is { } record)
                        yield return (page[i], record);
                }
            }
        }
    }

    /// <inheritdoc/>
    public async ValueTask<string?> AppendAsync(string entry, string after, CancellationToken cancellationToken)
    {
        var database = _redis.GetDatabase();
        var appended = await CallAsync(
            async () =>
            {
                var position = await database.ScriptEvaluateAsync(RedisScripts.Append, [RedisKeys.Ledger], [after, entry]);
                await AwaitReplicasAsync([RedisKeys.Ledger]);
                return position;
            },
            cancellationToken);
        return (string?)appended;
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<LoggedEntry>> ReadLedgerAsync(string after, int most, CancellationToken cancellationToken)
    {
        var database = _redis.GetDatabase();
        var entries = await CallAsync(() => database.StreamRangeAsync(RedisKeys.Ledger, "(" + after, "+", most), cancellationToken);
        return [.. entries.Select(entry => new LoggedEntry(entry.Id!, (string?)entry["e"] ?? ""))];
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<MintedEvent>> ReadMintedAsync(string after, int most, CancellationToken cancellationToken)
    {
        var position = MintedPosition.Parse(after);
        var database = _redis.GetDatabase();
        var shares = await CallAsync(
            () => Task.WhenAll(Enumerable.Range(0, RedisKeys.ShardCount).Select(shard => database.StreamRangeAsync(
                RedisKeys.Minted(shard), "(" + position[shard], "+", Math.Max(1, most / RedisKeys.ShardCount)))),
            cancellationToken);
        var events = new List<MintedEvent>();
        foreach (var (shard, entry) in shares.SelectMany((entries, shard) => entries.Select(entry => (shard, entry)))
            .OrderBy(pair => TimeOf(pair.entry.Id!)).ThenBy(pair => pair.shard))
        {
            position = position.After(shard, entry.Id!);
            events.Add(new MintedEvent(position.ToString(), (string?)entry["i"] ?? "", TimeOf(entry.Id!)));
        }

        return events;
    }

    /// <inheritdoc/>
    public async ValueTask<string> FindEndOfMintedAsync(CancellationToken cancellationToken)
    {
        var database = _redis.GetDatabase();
        var last = await CallAsync(
            () => Task.WhenAll(Enumerable.Range(0, RedisKeys.ShardCount).Select(shard =>
                database.StreamRangeAsync(RedisKeys.Minted(shard), "-", "+", 1, Order.Descending))),
            cancellationToken);
        return MintedPosition.Of([.. last.Select(entries => entries.Length > 0 ? (string)entries[0].Id! : IIdentityStore.Beginning)]).ToString();
    }

    /// <inheritdoc/>
    /// <remarks>
    /// Asks for a write that never happens: whatever refuses a mint (a replica, no memory, a failing disk) refuses it too.
    /// </remarks>
    public async ValueTask<bool> IsUsableAsync(CancellationToken cancellationToken)
    {
        var database = _redis.GetDatabase();
        try
        {
            await CallAsync(
                () => database.StringSetAsync(RedisKeys.WriteProbe, RedisValue.EmptyString, expiry: null, when: When.Exists),
                cancellationToken);
            return true;
        }
        catch (StoreUnavailableException)
        {
            return false;
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _redis.DisposeAsync();

    private static DateTimeOffset TimeOf(string streamId) => DateTimeOffset.FromUnixTimeMilliseconds(
        long.Parse(streamId.AsSpan(0, streamId.IndexOf('-', StringComparison.Ordinal)), CultureInfo.InvariantCulture));

    // WAIT speaks of the writes that its own connection sent before: the one that all commands to a server share.
    private async Task AwaitReplicasAsync(IEnumerable<RedisKey> keys)
    {
        if (_acknowledgements == 0)
            return;
        var database = _redis.GetDatabase();
        var servers = new HashSet<EndPoint>();
        foreach (var key in keys)
            servers.Add(await database.IdentifyEndpointAsync(key, CommandFlags.DemandMaster) ?? throw new StoreUnavailableException("no master has the key"));
        var replicas = await Task.WhenAll(servers.Select(server =>
            _redis.GetServer(server).ExecuteAsync("WAIT", _acknowledgements, WaitTimeoutMs)));
        foreach (var count in replicas)
        {
            if ((int)count < _acknowledgements)
                throw new StoreUnavailableException($"{(int)count} replicas have the write, {_acknowledgements} are demanded");
        }
    }

    private static async Task<T> CallAsync<T>(Func<Task<T>> call, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            // All commands of a call are issued before the first is awaited: one round trip.
            return await call().WaitAsync(cancellationToken);
        }
        catch (TimeoutException late)
        {
            // Its message tells the host's name and threads whatever the options say; it stays within reach of a log.
            throw new StoreUnavailableException("Redis does not answer in time", late);
        }
        catch (Exception failed) when (failed is RedisException or RedisCommandException)
        {
            throw new StoreUnavailableException(failed.Message, failed);
        }
    }
}
