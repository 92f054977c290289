using EntityRes.Hosting;
using EntityRes.Resolver;
using EntityRes.V1;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;

namespace EntityRes.Services.Tests.Identity;

/// <summary>Two resolvers that share one state, as replicas do.</summary>
internal sealed class TwoResolvers : IAsyncDisposable
{
    private readonly WebApplication[] _hosts;
    private readonly GrpcChannel[] _channels;

    private TwoResolvers(WebApplication[] hosts)
    {
        _hosts = hosts;
        _channels = [.. hosts.Select(host => GrpcChannel.ForAddress(host.GrpcAddress()))];
        Http = new HttpClient { BaseAddress = hosts[0].HttpAddress() };
    }

    internal CatalogueService.CatalogueServiceClient Catalogue => new(_channels[0]);

    internal ResolutionService.ResolutionServiceClient First => new(_channels[0]);

    internal ResolutionService.ResolutionServiceClient Second => new(_channels[1]);

    internal CatalogueService.CatalogueServiceClient SecondCatalogue => new(_channels[1]);

    internal HttpClient Http { get; }

    internal static async Task<TwoResolvers> StartAsync(params string[] settings)
    {
        var hosts = new WebApplication[2];
        for (var i = 0; i < hosts.Length; i++)
        {
            hosts[i] = await ResolverHost.BuildAsync([.. RunningServices.FreePorts, .. settings]);
            await hosts[i].StartAsync();
        }

        return new TwoResolvers(hosts);
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        foreach (var channel in _channels)
            channel.Dispose();
        foreach (var host in _hosts)
            await host.DisposeAsync();
    }
}
