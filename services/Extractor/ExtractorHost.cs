using EntityRes.Hosting;
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
        var builder = ServiceHost.CreateBuilder(args, Defaults);
        var extractor = new DocumentExtractor();
        builder.Services.AddSingleton(extractor);
        var model = new Dictionary<string, object> { ["version"] = extractor.Versions.Model };
        builder.Services.AddHealth(ServiceName).AddCheck("model", () => HealthCheckResult.Healthy(data: model), [ServiceHost.ReadyTag]);
        var app = builder.Build();
        app.MapGrpcService<ExtractionGrpcService>();
        app.MapCommon();
        app.Lifetime.ApplicationStarted.Register(() =>
            Log.Started(app.Logger, app.GrpcAddress(), app.HttpAddress(), extractor.Versions.Model));
        return app;
    }

    /// <summary>The HTTP/1.1 port that the same settings make the service listen on.</summary>
    public static int HttpPortOf(string[] args) => ServiceHost.ReadOptions(args, Defaults).HttpPort;

    private static ServiceOptions Defaults => new() { GrpcPort = 50051, HttpPort = 8081 };
}
