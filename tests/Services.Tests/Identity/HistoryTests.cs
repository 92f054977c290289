using EntityRes.Resolver.Stores;
using EntityRes.TestKit;

namespace EntityRes.Services.Tests.Identity;

public class HistoryTests
{
    private const int Seeds = 12;
    private const int Decisions = 60;

    [Fact]
    public async Task Random_histories_keep_every_promise_on_the_embedded_store()
    {
        for (var seed = 0; seed < Seeds; seed++)
        {
            await using var store = EmbeddedIdentityStore.OpenInMemory();
            using var history = new HistoryContract(seed, store);
            await history.HoldAsync(Decisions);
        }
    }

    [RedisServerFact]
    public async Task Random_histories_keep_every_promise_on_redis()
    {
        await using var redis = await RedisServer.StartAsync();
        await using var store = await RedisIdentityStore.OpenAsync(redis.ConnectionString);
        for (var seed = 0; seed < Seeds; seed++)
        {
            await redis.SendAsync("FLUSHALL");
            using var history = new HistoryContract(seed, store);
            await history.HoldAsync(Decisions);
        }
    }
}
