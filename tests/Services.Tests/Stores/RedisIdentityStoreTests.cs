using EntityRes.Hosting;
using EntityRes.Resolution.CanonicalIds;
using EntityRes.Resolver;
using EntityRes.Resolver.Stores;
using EntityRes.TestKit;
using EntityRes.V1;
using Google.Rpc;
using Grpc.Core;
using Grpc.Net.Client;

namespace EntityRes.Services.Tests.Stores;

public class RedisIdentityStoreTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [RedisFact]
    public async Task Two_clients_of_one_server_hold_the_contract()
    {
        await using var own = RedisServer.Named is null ? await RedisServer.StartAsync() : null;
        var connectionString = own?.ConnectionString ?? RedisServer.Named!;
        await using var store = await RedisIdentityStore.OpenAsync(connectionString);
        await using var replica = await RedisIdentityStore.OpenAsync(connectionString);
        await IdentityStoreContract.HoldAsync(store, replica);
    }

    [RedisServerFact]
    public async Task Clients_of_different_nodes_of_a_cluster_hold_the_contract()
    {
        await using var cluster = await RedisCluster.StartAsync();
        await using var store = await RedisIdentityStore.OpenAsync(cluster.Nodes[0].ConnectionString);
        await using var replica = await RedisIdentityStore.OpenAsync(cluster.Nodes[1].ConnectionString);
        await IdentityStoreContract.HoldAsync(store, replica);
        foreach (var node in cluster.Masters)
            Assert.NotEqual(":0", await node.SendAsync("DBSIZE"));
    }

    [RedisServerFact]
    public async Task Records_are_legible_json_without_expiry()
    {
        await using var redis = await RedisServer.StartAsync();
        await using var store = await RedisIdentityStore.OpenAsync(redis.ConnectionString);
        var minted = await IdentityStoreContract.MintAsync(store, IdentityStoreContract.Sighting("Łódź & Söhne"));
        var key = KeyOf(minted[0].Id);
        Assert.Equal($$"""{"m":[{"i":"{{minted[0].Id}}","t":2,"n":"Łódź & Söhne","c":1}]}""", await redis.SendAsync($"GET {key}"));
        Assert.Equal(":-1", await redis.SendAsync($"TTL {key}"));
    }

    [RedisServerFact]
    public async Task Asking_whether_the_store_is_usable_writes_nothing()
    {
        await using var redis = await RedisServer.StartAsync();
        await using var store = await RedisIdentityStore.OpenAsync(redis.ConnectionString);
        Assert.True(await store.IsUsableAsync(default));
        Assert.Equal(":0", await redis.SendAsync("DBSIZE"));
    }

    [RedisServerFact]
    public async Task A_dead_server_is_unavailable_and_comes_back_with_everything()
    {
        await using var redis = await RedisServer.StartAsync();
        await using var store = await RedisIdentityStore.OpenAsync(redis.ConnectionString);
        var minted = await IdentityStoreContract.MintAsync(store, IdentityStoreContract.Sighting("Acme Corp."));

        await redis.KillAsync();
        await Assert.ThrowsAsync<StoreUnavailableException>(async () => await IdentityStoreContract.MintAsync(store, IdentityStoreContract.Sighting("Acme Corp.")));
        Assert.False(await store.IsUsableAsync(default));

        await redis.RestartAsync();
        await BecomesUsableAsync(store);
        Assert.Equal("Acme Corp.", (await IdentityStoreContract.FindAsync(store, [minted[0].Id]))[0]!.Name);
    }

    [RedisServerFact]
    public async Task A_server_that_comes_later_is_found()
    {
        await using var redis = await RedisServer.StartAsync();
        await redis.KillAsync();
        await using var store = await RedisIdentityStore.OpenAsync(redis.ConnectionString);
        Assert.False(await store.IsUsableAsync(default));
        await redis.RestartAsync();
        await BecomesUsableAsync(store);
    }

    [RedisServerFact]
    public async Task With_redis_down_linking_goes_on_and_minting_is_unavailable()
    {
        await using var redis = await RedisServer.StartAsync();
        await using var resolver = await ResolverHost.BuildAsync([.. RunningServices.FreePorts, $"--Redis={redis.ConnectionString}"]);
        await resolver.StartAsync();
        using var channel = GrpcChannel.ForAddress(resolver.GrpcAddress());
        var client = new ResolutionService.ResolutionServiceClient(channel);
        var known = new Mention { Text = "Angela Merkel", Type = EntityType.Person };
        var unknown = new Mention { Text = "Xyzzy Holdings", Type = EntityType.Organization };
        var before = await client.ResolveAsync(new ResolveRequest { Mentions = { known, unknown } });
        await redis.KillAsync();

        var linked = await client.ResolveAsync(new ResolveRequest { Mentions = { known } });
        Assert.Equal("Q567", linked.Resolutions[0].EntityId);

        var reading = await client.ResolveAsync(
            new ResolveRequest { Mentions = { known, unknown }, Options = new ResolveOptions { Mint = false } });
        Assert.Equal([WarningCode.StoreUnavailable], reading.Warnings.Select(warning => warning.Code));
        Assert.Equal(["Q567", ""], reading.Resolutions.Select(resolution => resolution.EntityId));

        var refused = await Assert.ThrowsAsync<RpcException>(
            async () => await client.ResolveAsync(new ResolveRequest { Mentions = { unknown } }));
        Assert.Equal(StatusCode.Unavailable, refused.StatusCode);
        Assert.Equal("STORE_UNAVAILABLE", refused.GetRpcStatus()!.GetDetail<ErrorInfo>()!.Reason);

        await redis.RestartAsync();
        await BecomesUsableAsync((IIdentityStore)resolver.Services.GetService(typeof(IIdentityStore))!);
        using var patience = new CancellationTokenSource(Patience);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        ResolveResponse after;
        while ((after = await client.ResolveAsync(new ResolveRequest { Mentions = { known, unknown } })).Warnings.Count > 0)
            await timer.WaitForNextTickAsync(patience.Token); // the ledger is read again at the follower's next turn
        Assert.Equal(before, after);
    }

    [RedisServerFact]
    public async Task A_master_that_became_a_replica_is_unavailable()
    {
        await using var redis = await RedisServer.StartAsync();
        await using var store = await RedisIdentityStore.OpenAsync(redis.ConnectionString);
        Assert.True(await store.IsUsableAsync(default));
        await redis.SendAsync("REPLICAOF 127.0.0.1 1");
        await AssertRefusesMintsAsync(store);

        // A store that has only ever seen the replica.
        await using var late = await RedisIdentityStore.OpenAsync(redis.ConnectionString);
        await AssertRefusesMintsAsync(late);

        await redis.SendAsync("REPLICAOF NO ONE");
        await BecomesUsableAsync(store);
    }

    [RedisServerFact]
    public async Task A_server_without_memory_is_unavailable()
    {
        await using var redis = await RedisServer.StartAsync();
        await using var store = await RedisIdentityStore.OpenAsync(redis.ConnectionString);
        await redis.SendAsync("CONFIG SET maxmemory 1");
        await AssertRefusesMintsAsync(store);
        await redis.SendAsync("CONFIG SET maxmemory 0");
        await BecomesUsableAsync(store);
    }

    [RedisServerFact]
    public async Task A_server_that_hangs_is_unavailable()
    {
        await using var redis = await RedisServer.StartAsync();
        await using var store = await RedisIdentityStore.OpenAsync(redis.ConnectionString);
        Assert.Equal("+OK", await redis.SendAsync("CLIENT PAUSE 60000"));
        await AssertRefusesMintsAsync(store);
        await redis.KillAsync();
        await redis.RestartAsync();
        await BecomesUsableAsync(store);
    }

    [RedisServerFact]
    public async Task A_foreign_record_under_our_key_is_unavailable()
    {
        await using var redis = await RedisServer.StartAsync();
        await using var store = await RedisIdentityStore.OpenAsync(redis.ConnectionString);
        var key = KeyOf(MintedId.Of(Resolution.EntityType.Organization, "Acme Corp."));
        foreach (var command in new[] { $"SET {key} nonsense", $"LPUSH {key} a" })
        {
            await redis.SendAsync($"DEL {key}");
            await redis.SendAsync(command);
            await Assert.ThrowsAsync<StoreUnavailableException>(
                async () => await IdentityStoreContract.MintAsync(store, IdentityStoreContract.Sighting("Acme Corp.")));
        }
    }

    [Theory]
    [InlineData("127.0.0.1:1")]
    [InlineData("127.0.0.1:1,serviceName=main")]
    public async Task A_server_or_sentinel_that_is_not_there_yet_leaves_the_store_unusable(string connectionString)
    {
        await using var store = await RedisIdentityStore.OpenAsync(connectionString);
        Assert.False(await store.IsUsableAsync(default));
    }

    [Fact]
    public async Task A_malformed_connection_string_is_refused() =>
        await Assert.ThrowsAsync<InvalidDataException>(() => RedisIdentityStore.OpenAsync("localhost:6379,nonsense=1"));

    // The shard is the family's first character modulo 16.
    private static string KeyOf(string id) => $"er:2:{{{id[3] % 16:x}}}:family:{MintedId.FamilyOf(id)}";

    private static async Task AssertRefusesMintsAsync(RedisIdentityStore store)
    {
        var refused = await Assert.ThrowsAsync<StoreUnavailableException>(
            async () => await IdentityStoreContract.MintAsync(store, IdentityStoreContract.Sighting("New Corp.")));
        Assert.DoesNotContain(Environment.MachineName + "(", refused.Message, StringComparison.Ordinal);
        Assert.False(await store.IsUsableAsync(default));
    }

    private static async Task BecomesUsableAsync(IIdentityStore store)
    {
        using var patience = new CancellationTokenSource(Patience);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (!await store.IsUsableAsync(patience.Token))
            await timer.WaitForNextTickAsync(patience.Token);
    }
}
