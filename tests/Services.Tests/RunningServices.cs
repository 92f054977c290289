using EntityRes.Extractor;
using EntityRes.Hosting;
using EntityRes.Resolver;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;

namespace EntityRes.Services.Tests;

/// <summary>Both hosts on free ports, started once for all tests that only read.</summary>
public sealed class RunningServices : IAsyncLifetime
{
    private WebApplication? _extractor;
    private WebApplication? _resolver;

    internal GrpcChannel Extractor { get; private set; } = null!;

    internal GrpcChannel Resolver { get; private set; } = null!;

    internal HttpClient ExtractorHttp { get; private set; } = null!;

    internal HttpClient ResolverHttp { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        _extractor = ExtractorHost.Build(FreePorts);
        await _extractor.StartAsync();
        _resolver = await ResolverHost.BuildAsync([.. FreePorts, $"--ExtractorUrl={_extractor.GrpcAddress()}"]);
        await _resolver.StartAsync();
        Extractor = GrpcChannel.ForAddress(_extractor.GrpcAddress());
        Resolver = GrpcChannel.ForAddress(_resolver.GrpcAddress());
        ExtractorHttp = new HttpClient { BaseAddress = _extractor.HttpAddress() };
        ResolverHttp = new HttpClient { BaseAddress = _resolver.HttpAddress() };
    }

    public async Task DisposeAsync()
    {
        Extractor.Dispose();
        Resolver.Dispose();
        ExtractorHttp.Dispose();
        ResolverHttp.Dispose();
        await _resolver!.DisposeAsync();
        await _extractor!.DisposeAsync();
    }

    internal static string[] FreePorts => ["--GrpcPort=0", "--HttpPort=0"];
}

[CollectionDefinition(Name)]
public sealed class RunningServicesGroup : ICollectionFixture<RunningServices>
{
    internal const string Name = "running services";
}
