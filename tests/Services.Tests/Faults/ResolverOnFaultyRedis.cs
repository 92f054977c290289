using EntityRes.Hosting;
using EntityRes.Resolver;
using EntityRes.TestKit;
using EntityRes.V1;
using Google.Rpc;
using Grpc.Core;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;

namespace EntityRes.Services.Tests.Faults;

/// <summary>A resolver whose way to a redis-server of its own can be broken.</summary>
internal sealed class ResolverOnFaultyRedis : IAsyncDisposable
{
    private const string Timeouts = "connectTimeout=500,asyncTimeout=500,syncTimeout=500";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private WebApplication _resolver = null!;
    private GrpcChannel _channel = null!;

    internal RedisServer Redis { get; private set; } = null!;

    internal FaultyLink Link { get; private set; } = null!;

    internal ResolutionService.ResolutionServiceClient Client { get; private set; } = null!;

    internal static async Task<ResolverOnFaultyRedis> StartAsync()
    {
        var running = new ResolverOnFaultyRedis { Redis = await RedisServer.StartAsync() };
        running.Link = FaultyLink.To(running.Redis.Port);
        running._resolver = await ResolverHost.BuildAsync([.. RunningServices.FreePorts, $"--Redis=127.0.0.1:{running.Link.Port},{Timeouts}"]);
        await running._resolver.StartAsync();
        running._channel = GrpcChannel.ForAddress(running._resolver.GrpcAddress());
        running.Client = new ResolutionService.ResolutionServiceClient(running._channel);
        return running;
    }

    /// <summary>Resolves one name outside the catalogue and answers its id.</summary>
    internal async Task<string> MintAsync(string name, bool mint = true) =>
        (await Client.ResolveAsync(Request(name, mint))).Resolutions[0].EntityId;

    /// <summary>Holds that minting is refused as UNAVAILABLE with the store's reason, and links to the catalogue go on.</summary>
    internal async Task AssertMintingIsRefusedAsync(string name)
    {
        var refused = await Assert.ThrowsAsync<RpcException>(() => MintAsync(name));
        Assert.Equal(StatusCode.Unavailable, refused.StatusCode);
        Assert.Equal("STORE_UNAVAILABLE", refused.GetRpcStatus()!.GetDetail<ErrorInfo>()!.Reason);
        var known = await Client.ResolveAsync(
            new ResolveRequest { Mentions = { new Mention { Text = "Vladimir Putin", Type = V1.EntityType.Person } } });
        Assert.Equal("Q7747", known.Resolutions[0].EntityId);
    }

    /// <summary>Holds that minting is possible again without a restart, soon.</summary>
    internal async Task<string> AssertMintingComesBackAsync(string name)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            try
            {
                return await MintAsync(name);
            }
            catch (RpcException refused) when (refused.StatusCode == StatusCode.Unavailable)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(50), patience.Token);
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        _channel.Dispose();
        await _resolver.DisposeAsync();
        await Link.DisposeAsync();
        await Redis.DisposeAsync();
    }

    internal static ResolveRequest Request(string name, bool mint) => new()
    {
        Mentions = { new Mention { Text = name, Type = V1.EntityType.Organization } },
        Options = new ResolveOptions { Mint = mint },
    };
}
