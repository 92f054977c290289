using EntityRes.Resolver.Stores;
using EntityRes.TestKit;
using EntityRes.V1;

namespace EntityRes.Services.Tests.Identity;

/// <summary>64 clients mint 2,000 names while servers are killed.</summary>
public sealed class MintingStormTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("entityres-storm-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [RedisServerFact]
    public async Task Two_resolvers_lose_and_double_nothing_when_redis_and_one_of_them_are_killed()
    {
        await using var redis = await RedisServer.StartAsync();
        using var first = await ServedProcess.StartAsync(("ENTITYRES_REDIS", redis.ConnectionString));
        using var second = await ServedProcess.StartAsync(("ENTITYRES_REDIS", redis.ConnectionString));
        var survivor = new ResolutionService.ResolutionServiceClient(first.Channel);
        var doomed = new ResolutionService.ResolutionServiceClient(second.Channel);
        var isDead = false;
        var storm = new MintingStorm(client => client % 2 == 0 || isDead ? survivor : doomed);
        await storm.RunAsync(
            (10, async () =>
            {
                await redis.KillAsync();
                await redis.RestartAsync();
            }
        ),
            (25, async () =>
            {
                await second.KillAsync();
                isDead = true;
            }
        ));

        await using var store = await RedisIdentityStore.OpenAsync(redis.ConnectionString);
        await storm.AssertNothingLostOrDoubledAsync(survivor, store);
    }

    [RedisServerFact]
    public async Task A_cluster_whose_master_is_killed_loses_and_doubles_nothing()
    {
        await using var cluster = await RedisCluster.StartAsync(masters: 3, replicas: 1);
        var nodes = string.Join(',', cluster.Nodes.Select(node => node.ConnectionString));
        await using var resolvers = await TwoResolvers.StartAsync($"--Redis={nodes}", "--RedisAcknowledgements=1");
        var storm = new MintingStorm(client => client % 2 == 0 ? resolvers.First : resolvers.Second);
        await storm.RunAsync((10, async () =>
        {
            await cluster.Nodes[1].KillAsync();
            await cluster.BecomesWholeAsync(alive: 0);
        }
        ));

        await using var store = await RedisIdentityStore.OpenAsync(nodes);
        await storm.AssertNothingLostOrDoubledAsync(resolvers.First, store);
    }

    [Fact]
    public async Task A_process_on_the_embedded_store_that_is_killed_and_restarted_loses_and_doubles_nothing()
    {
        var data = ("ENTITYRES_DATA_DIR", _folder);
        using var killed = await ServedProcess.StartAsync(data);
        ServedProcess? restarted = null;
        var client = new ResolutionService.ResolutionServiceClient(killed.Channel);
        var storm = new MintingStorm(_ => Volatile.Read(ref client));
        await storm.RunAsync((10, async () =>
        {
            await killed.KillAsync();
            restarted = await ServedProcess.StartAsync(data);
            Volatile.Write(ref client, new ResolutionService.ResolutionServiceClient(restarted.Channel));
        }
        ));

        await using (var store = EmbeddedIdentityStore.OpenFile(Path.Combine(_folder, "entityres.db")))
            await storm.AssertNothingLostOrDoubledAsync(client, store);
        restarted!.Dispose();
    }
}
