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
    private const int TimeoutMs = 1_000;

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
            options.ConnectTimeout = options.AsyncTimeout = options.SyncTimeout = TimeoutMs;
        options.BacklogPolicy = BacklogPolicy.FailFast;
        return new RedisCanonicalIdStore(await ConnectionMultiplexer.ConnectAsync(options));
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<MintedEntity>> MintAsync(
        IReadOnlyList<MintedEntity> proposals, CancellationToken cancellationToken)
    {
        var database = _redis.GetDatabase();
        var winners = await CallAsync(
            proposals.Select(proposal => database.StringSetAndGetAsync(
                RedisKeys.Minted(proposal.Id), MintedRecord.Write(proposal), expiry: null, when: When.NotExists)),
            cancellationToken);
        return [.. winners.Select((winner, i) => winner.IsNull ? proposals[i] : MintedRecord.Read(proposals[i].Id, winner!))];
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<MintedEntity?>> FindAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken)
    {
        var database = _redis.GetDatabase();
        var found = await CallAsync(ids.Select(id => database.StringGetAsync(RedisKeys.Minted(id))), cancellationToken);
        return [.. found.Select((record, i) => record.IsNull ? null : MintedRecord.Read(ids[i], record!))];
    }

    /// <inheritdoc/>
    public async ValueTask<bool> IsUsableAsync(CancellationToken cancellationToken)
    {
        try
        {
            await CallAsync([_redis.GetDatabase().StringGetAsync(RedisKeys.Minted(""))], cancellationToken);
            return true;
        }
        catch (StoreUnavailableException)
        {
            return false;
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _redis.DisposeAsync();

    private static async Task<RedisValue[]> CallAsync(IEnumerable<Task<RedisValue>> commands, CancellationToken cancellationToken)
    {
        try
        {
            // All commands are issued before the first is awaited: one round trip.
            return await Task.WhenAll(commands).WaitAsync(cancellationToken);
        }
        catch (Exception failed) when (failed is RedisException or TimeoutException)
        {
            throw new StoreUnavailableException(failed.Message, failed);
        }
    }
}
