using EntityRes.TestKit;

namespace EntityRes.Services.Tests.Identity;

public sealed class CatalogueServiceTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("entityres-identity-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Two_resolvers_on_one_file_hold_the_contract()
    {
        await using var resolvers = await TwoResolvers.StartAsync($"--DataDir={_folder}");
        await new CatalogueServiceContract(resolvers).HoldAsync();
    }

    [RedisServerFact]
    public async Task Two_resolvers_on_one_redis_hold_the_contract()
    {
        await using var redis = await RedisServer.StartAsync();
        await using var resolvers = await TwoResolvers.StartAsync($"--Redis={redis.ConnectionString}");
        await new CatalogueServiceContract(resolvers).HoldAsync();
    }

    [RedisServerFact]
    public async Task Two_resolvers_on_a_cluster_hold_the_contract()
    {
        await using var cluster = await RedisCluster.StartAsync();
        await using var resolvers = await TwoResolvers.StartAsync($"--Redis={cluster.Nodes[0].ConnectionString}");
        await new CatalogueServiceContract(resolvers).HoldAsync();
    }
}
