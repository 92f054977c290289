using EntityRes.Client;
using EntityRes.Hosting;
using EntityRes.Resolver;
using EntityRes.TestKit;
using EntityRes.V1;
using Grpc.Core;

namespace EntityRes.Services.Tests.Clients;

/// <summary>Following changes with the client package.</summary>
public class WatchTests
{
    [Fact]
    public async Task A_lost_connection_loses_no_change()
    {
        await using var resolver = await ResolverHost.BuildAsync(RunningServices.FreePorts);
        await resolver.StartAsync();
        await using var link = FaultyLink.To(resolver.GrpcAddress().Port);
        using var client = new EntityResClient(new EntityResClientOptions { ResolverAddress = new Uri($"http://127.0.0.1:{link.Port}") });
        using var direct = new EntityResClient(new EntityResClientOptions { ResolverAddress = resolver.GrpcAddress() });
        using var ending = new CancellationTokenSource();
        await using var changes = client.WatchAsync("0", ending.Token).GetAsyncEnumerator();
        for (var number = 0; number < 3; number++)
        {
            var named = await direct.Catalogue.AddAliasAsync(new AddAliasRequest { Id = "Q567", Alias = $"Name {number}", Author = $"author {number}" });
            do
                Assert.True(await changes.MoveNextAsync());
            while (changes.Current.Author != $"author {number}"); // a change may come twice
            Assert.Equal([named.Id], changes.Current.EntityIds);
            link.Cut();
        }

        await ending.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await changes.MoveNextAsync());
    }

    [Fact]
    public async Task A_wrong_cursor_is_an_error()
    {
        await using var resolver = await ResolverHost.BuildAsync(RunningServices.FreePorts);
        await resolver.StartAsync();
        using var client = new EntityResClient(new EntityResClientOptions { ResolverAddress = resolver.GrpcAddress() });
        var refused = await Assert.ThrowsAsync<RpcException>(async () => await client.WatchAsync("no cursor").CountAsync());
        Assert.Equal("cursor", Assert.Single(ServiceError.Of(refused).Fields).Name);
    }
}
