using EntityRes.Extractor;
using EntityRes.Hosting;
using EntityRes.Resolver;
using EntityRes.TestKit;
using Microsoft.AspNetCore.Builder;
using OpenQA.Selenium;
using OpenQA.Selenium.Chrome;

namespace EntityRes.Playground.Tests;

/// <summary>Both hosts on free ports and one browser, started once for all tests.</summary>
public sealed class RunningPlayground : IAsyncLifetime
{
    private WebApplication? _extractor;
    private WebApplication? _resolver;
    private ChromeDriver? _browser;

    internal Uri Address => _resolver!.HttpAddress();

    internal int GrpcPort => _resolver!.GrpcAddress().Port;

    internal ChromeDriver Browser => _browser ??= Launch();

    public async Task InitializeAsync()
    {
        _extractor = ExtractorHost.Build(["--GrpcPort=0", "--HttpPort=0"]);
        await _extractor.StartAsync();
        _resolver = await ResolverHost.BuildAsync(["--GrpcPort=0", "--HttpPort=0", $"--ExtractorUrl={_extractor.GrpcAddress()}"]);
        await _resolver.StartAsync();
    }

    public async Task DisposeAsync()
    {
        _browser?.Dispose();
        await _resolver!.DisposeAsync();
        await _extractor!.DisposeAsync();
    }

    private static ChromeDriver Launch()
    {
        var options = new ChromeOptions { BinaryLocation = Chromium.Browser };
        // The sandbox cannot be had as root, in whose name containers and CI run; the pages are our own.
        options.AddArguments("--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu", "--lang=en-GB");
        options.SetLoggingPreference(LogType.Browser, LogLevel.All);
        options.SetLoggingPreference("performance", LogLevel.All);
        var service = ChromeDriverService.CreateDefaultService(Path.GetDirectoryName(Chromium.Driver), Path.GetFileName(Chromium.Driver));
        service.SuppressInitialDiagnosticInformation = true;
        return new ChromeDriver(service, options, TimeSpan.FromMinutes(2));
    }
}

[CollectionDefinition(Name)]
public sealed class PlaygroundGroup : ICollectionFixture<RunningPlayground>
{
    internal const string Name = "playground";
}
