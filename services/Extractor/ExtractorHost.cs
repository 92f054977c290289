using EntityRes.Hosting;
using EntityRes.Hosting.Json;
using EntityRes.Text;
using EntityRes.V1;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace EntityRes.Extractor;

/// <summary>Composition root of the extractor; what tests and <c>serve</c> start.</summary>
public static class ExtractorHost
{
    private const string ServiceName = "entityres.v1.ExtractionService";

    /// <summary>Builds the service; the model is loaded and checked before a port opens.</summary>
    /// <param name="args">Command line: ordinary ASP.NET configuration.</param>
    /// <exception cref="InvalidDataException">The model does not fit the program.</exception>
    public static WebApplication Build(string[] args)
    {
        AliasKeyCheck.Run();
        var builder = ServiceHost.CreateBuilder(args, Defaults, "entityres-extractor");
        builder.Services.AddSingleton<ExtractorMetrics>();
        builder.Services.AddSingleton<DocumentExtractor>();
        builder.Services.AddSingleton<ExtractionGrpcService>(); // else one is made for every call
        var model = new Dictionary<string, object>();
        builder.Services.AddHealth(ServiceName).AddCheck("model", () => HealthCheckResult.Healthy(data: model), [ServiceHost.ReadyTag]);
        var app = builder.Build();
        var extractor = app.Services.GetRequiredService<DocumentExtractor>(); // loads the model
        model["version"] = extractor.Versions.Model;
        app.MapGrpcService<ExtractionGrpcService>();
        app.MapJson<ExtractionGrpcService>(() => ExtractionService.Descriptor, ExtractionService.BindService);
        app.MapCommon();
        app.Lifetime.ApplicationStarted.Register(() =>
            Log.Started(app.Logger, app.GrpcAddress(), app.HttpAddress(), extractor.Versions.Model));
        return app;
    }

    /// <summary>Where the same settings make the service listen.</summary>
    public static ServiceOptions OptionsOf(string[] args) => ServiceHost.ReadOptions(args, Defaults);

    private static ServiceOptions Defaults => new() { GrpcPort = 50051, HttpPort = 8081 };
}
