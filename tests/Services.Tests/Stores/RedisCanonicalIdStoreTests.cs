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

public class RedisCanonicalIdStoreTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [RedisFact]
    public async Task Two_clients_of_one_server_hold_the_contract()
    {
        await using var redis = await RedisServer.StartAsync();
        await using var store = await RedisCanonicalIdStore.OpenAsync(redis.ConnectionString);
        await using var replica = await RedisCanonicalIdStore.OpenAsync(redis.ConnectionString);
        await CanonicalIdStoreContract.HoldAsync(store, replica);
    }

    [RedisFact]
    public async Task A_dead_server_is_unavailable_and_comes_back_with_everything()
    {
        await using var redis = await RedisServer.StartAsync();
        await using var store = await RedisCanonicalIdStore.OpenAsync(redis.ConnectionString);
        var minted = await store.MintAsync([CanonicalIdStoreContract.Entity("Acme Corp.")], default);

        await redis.KillAsync();
        await Assert.ThrowsAsync<StoreUnavailableException>(async () => await store.MintAsync(minted, default));
        Assert.False(await store.IsUsableAsync(default));

        await redis.RestartAsync();
        await BecomesUsableAsync(store);
        Assert.Equal(minted, await store.FindAsync([minted[0].Id], default));
    }

    [RedisFact]
    public async Task A_server_that_comes_later_is_found()
    {
        await using var redis = await RedisServer.StartAsync();
        await redis.KillAsync();
        await using var store = await RedisCanonicalIdStore.OpenAsync(redis.ConnectionString);
        Assert.False(await store.IsUsableAsync(default));
        await redis.RestartAsync();
        await BecomesUsableAsync(store);
    }

    [RedisFact]
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
        await BecomesUsableAsync((ICanonicalIdStore)resolver.Services.GetService(typeof(ICanonicalIdStore))!);
        var after = await client.ResolveAsync(new ResolveRequest { Mentions = { known, unknown } });
        Assert.Equal(before, after);
    }

    [Fact]
    public async Task A_malformed_connection_string_is_refused() =>
        await Assert.ThrowsAsync<InvalidDataException>(() => RedisCanonicalIdStore.OpenAsync("localhost:6379,nonsense=1"));

    private static async Task BecomesUsableAsync(ICanonicalIdStore store)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (!await store.IsUsableAsync(patience.Token))
            await Task.Yield();
    }
}
