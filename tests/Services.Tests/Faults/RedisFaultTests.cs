using EntityRes.TestKit;
using EntityRes.V1;
using Grpc.Core;

namespace EntityRes.Services.Tests.Faults;

/// <summary>What callers of the resolver see when Redis is slow, gone, back, read-only, full or silent, and that nothing acknowledged is lost.</summary>
public class RedisFaultTests
{
    [RedisServerFact]
    public async Task A_slow_redis_is_waited_for()
    {
        await using var running = await ResolverOnFaultyRedis.StartAsync();
        var id = await running.MintAsync("Xyzzy Holdings");
        running.Link.Delay(TimeSpan.FromMilliseconds(50));
        Assert.Equal(id, await running.MintAsync("Xyzzy Holdings"));
        Assert.StartsWith("er:", await running.MintAsync("Plugh Partners"), StringComparison.Ordinal);
    }

    [RedisServerFact]
    public async Task A_redis_slower_than_its_timeout_is_unavailable_and_used_again_when_fast()
    {
        await using var running = await ResolverOnFaultyRedis.StartAsync();
        running.Link.Delay(TimeSpan.FromSeconds(2));
        await running.AssertMintingIsRefusedAsync("Xyzzy Holdings");
        running.Link.Heal();
        await running.AssertMintingComesBackAsync("Xyzzy Holdings");
    }

    [RedisServerFact]
    public async Task A_redis_that_is_gone_is_unavailable_and_back_with_all_it_acknowledged()
    {
        await using var running = await ResolverOnFaultyRedis.StartAsync();
        var id = await running.MintAsync("Xyzzy Holdings");
        await running.Redis.KillAsync();
        await running.AssertMintingIsRefusedAsync("Plugh Partners");
        await running.Redis.RestartAsync();
        await running.AssertMintingComesBackAsync("Plugh Partners");
        Assert.Equal("Xyzzy Holdings", (await running.Client.GetEntityAsync(new GetEntityRequest { Id = id })).Name);
    }

    [RedisServerFact]
    public async Task A_read_only_redis_still_reads_and_is_written_again_when_it_may()
    {
        await using var running = await ResolverOnFaultyRedis.StartAsync();
        var id = await running.MintAsync("Xyzzy Holdings");
        await running.Redis.SendAsync("CONFIG SET min-replicas-to-write 1"); // no replica: every write is refused
        await running.AssertMintingIsRefusedAsync("Plugh Partners");
        Assert.Equal("Xyzzy Holdings", (await running.Client.GetEntityAsync(new GetEntityRequest { Id = id })).Name);
        Assert.Equal(id, await running.MintAsync("Xyzzy Holdings", mint: false));
        await running.Redis.SendAsync("CONFIG SET min-replicas-to-write 0");
        await running.AssertMintingComesBackAsync("Plugh Partners");
    }

    [RedisServerFact]
    public async Task A_redis_without_memory_refuses_mints_and_takes_them_when_it_has_some()
    {
        await using var running = await ResolverOnFaultyRedis.StartAsync();
        var id = await running.MintAsync("Xyzzy Holdings");
        await running.Redis.SendAsync("CONFIG SET maxmemory 1");
        await running.AssertMintingIsRefusedAsync("Plugh Partners");
        Assert.Equal("Xyzzy Holdings", (await running.Client.GetEntityAsync(new GetEntityRequest { Id = id })).Name);
        await running.Redis.SendAsync("CONFIG SET maxmemory 0");
        await running.AssertMintingComesBackAsync("Plugh Partners");
    }

    [RedisServerFact]
    public async Task A_silent_link_is_unavailable_within_the_timeout_and_used_again_when_it_speaks()
    {
        await using var running = await ResolverOnFaultyRedis.StartAsync();
        await running.MintAsync("Xyzzy Holdings");
        running.Link.FallSilent();
        await running.AssertMintingIsRefusedAsync("Plugh Partners");
        running.Link.Heal();
        await running.AssertMintingComesBackAsync("Plugh Partners");
    }

    [RedisServerFact]
    public async Task No_acknowledged_mint_is_lost_while_the_link_is_cut_again_and_again()
    {
        await using var running = await ResolverOnFaultyRedis.StartAsync();
        var acknowledged = new Dictionary<string, string>();
        var refused = 0;
        for (var i = 0; i < 300; i++)
        {
            if (i % 20 == 10)
                running.Link.Cut();
            try
            {
                acknowledged[$"Xyzzy {i} Holdings"] = await running.MintAsync($"Xyzzy {i} Holdings");
            }
            catch (RpcException unavailable) when (unavailable.StatusCode == StatusCode.Unavailable)
            {
                refused++;
                await running.AssertMintingComesBackAsync("a name that brings the link back");
            }
        }

        Assert.Equal(300, acknowledged.Count + refused);
        await running.Redis.KillAsync();
        await running.Redis.RestartAsync();
        await running.AssertMintingComesBackAsync("a name after the restart");
        foreach (var (name, id) in acknowledged)
            Assert.Equal(name, (await running.Client.GetEntityAsync(new GetEntityRequest { Id = id })).Name);
    }
}
