using EntityRes.Resolution.CanonicalIds;
using StackExchange.Redis;

namespace EntityRes.Resolver.Stores;

/// <summary>Minted entities in Redis (7.0 or newer), shared by all replicas.</summary>
/// <remarks>
/// One multiplexer a process; every call is one pipelined round trip, one single-key command an entity, so it runs unchanged on a
/// cluster. <c>SET … NX GET</c> remembers an entity unless it is remembered and returns the winner in the same step.
/// </remarks>
public sealed class RedisCanonicalIdStore : ICanonicalIdStore
{
    private const int ConnectTimeoutMs = 1_000;
    private const int CallTimeoutMs = 2_000; // a first call of 10,000 entities, synced to disk, takes one second

    private readonly ConnectionMultiplexer _redis;

    private RedisCanonicalIdStore(ConnectionMultiplexer redis) => _redis = redis;

    /// <summary>Opens the store; Redis may come later.</summary>
    /// <param name="connectionString">StackExchange.Redis connection string; timeouts given there are kept.</param>
    /// <exception cref="InvalidDataException">The connection string is malformed.</exception>
    public static async Task<RedisCanonicalIdStore> OpenAsync(string connectionString)
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
        return new RedisCanonicalIdStore(await ConnectionMultiplexer.ConnectAsync(options));
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<MintedEntity>> MintAsync(
        IReadOnlyList<MintedEntity> proposals, CancellationToken cancellationToken)
    {
        var database = _redis.GetDatabase();
        return await CallAsync(
            proposals,
            proposal => database.StringSetAndGetAsync(
                RedisKeys.Minted(proposal.Id), MintedRecord.Write(proposal), expiry: null, when: When.NotExists),
            (proposal, winner) => winner.IsNull ? proposal : MintedRecord.Read(proposal.Id, winner!),
            cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<MintedEntity?>> FindAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken)
    {
        var database = _redis.GetDatabase();
        return await CallAsync(
            ids,
            id => database.StringGetAsync(RedisKeys.Minted(id)),
            (id, record) => record.IsNull ? null : MintedRecord.Read(id, record!),
            cancellationToken);
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
                [RedisKeys.WriteProbe],
                key => database.StringSetAsync(key, RedisValue.EmptyString, expiry: null, when: When.Exists),
                (_, _) => true,
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

    private static async Task<TResult[]> CallAsync<T, TAnswer, TResult>(
        IReadOnlyList<T> items, Func<T, Task<TAnswer>> send, Func<T, TAnswer, TResult> read, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            // All commands are issued before the first is awaited: one round trip.
            var answers = await Task.WhenAll(items.Select(send)).WaitAsync(cancellationToken);
            return [.. items.Zip(answers, read)];
        }
        catch (TimeoutException late)
        {
            // Its message tells the host's name and threads whatever the options say; it stays within reach of a log.
            throw new StoreUnavailableException("Redis does not answer in time", late);
        }
        catch (Exception failed) when (failed is RedisException or RedisCommandException or InvalidDataException)
        {
            throw new StoreUnavailableException(failed.Message, failed);
        }
    }
}
