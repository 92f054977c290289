using EntityRes.Hosting;
using EntityRes.Hosting.Json;
using EntityRes.Hosting.Telemetry;
using EntityRes.Resolution.Catalogue;
using EntityRes.Resolution.Scoring;
using EntityRes.Resolver.Identity;
using EntityRes.Resolver.Nif;
using EntityRes.Resolver.Playground;
using EntityRes.Resolver.Reconciliation;
using EntityRes.Resolver.Stores;
using EntityRes.V1;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace EntityRes.Resolver;

/// <summary>Composition root of the resolver; what tests and <c>serve</c> start.</summary>
public static class ResolverHost
{
    private static readonly string[] ServiceNames = ["entityres.v1.ResolutionService", "entityres.v1.CatalogueService"];

    /// <summary>Builds the service; catalogue and scoring model are loaded and checked before a port opens.</summary>
    /// <param name="args">Command line: ordinary ASP.NET configuration.</param>
    /// <exception cref="InvalidDataException">Catalogue or model is malformed; names file and line.</exception>
    public static async Task<WebApplication> BuildAsync(string[] args)
    {
        AliasKeyCheck.Run();
        var builder = ServiceHost.CreateBuilder(args, Defaults, "entityres-resolver");
        builder.Services.AddSingleton<IValidateOptions<ResolverOptions>, ResolverOptionsValidator>();
        builder.Services.AddOptions<ResolverOptions>().Bind(builder.Configuration).ValidateOnStart();
        var options = builder.Configuration.Get<ResolverOptions>() ?? new ResolverOptions();

        var catalogue = ShippedCatalogue.LoadOr(options.Catalogue);
        var store = await IdentityStores.OpenAsync(options.Redis, options.DataDir, options.RedisAcknowledgements);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton(catalogue);
        builder.Services.AddSingleton(store);
        builder.Services.AddSingleton(services => new LiveCatalogue(catalogue, ScoringModel.Load(), store, services.GetRequiredService<TimeProvider>()));
        builder.Services.AddHostedService<LedgerFollower>();
        builder.Services.AddSingleton<EvidenceRecorder>();
        builder.Services.AddHostedService(services => services.GetRequiredService<EvidenceRecorder>());
        builder.Services.AddSingleton<EntityDirectory>();
        builder.Services.AddSingleton<CatalogueEditor>();
        builder.Services.AddSingleton<ChangeFeed>();
        builder.Services.AddSingleton(services => new ResolverMetrics(
            services.GetRequiredService<ServiceMeter>(), string.IsNullOrEmpty(options.Redis) ? "sqlite" : "redis"));
        builder.Services.AddSingleton<DocumentResolver>();
        builder.Services.AddSingleton(services => new RemoteExtractor(
            options.ExtractorUrl, TimeSpan.FromSeconds(options.ExtractorTimeoutSeconds),
            Tls.Client(services.GetRequiredService<ServiceOptions>(), options.ExtractorCa)));
        builder.Services.AddSingleton<Extract>(services => services.GetRequiredService<RemoteExtractor>().ExtractAsync);
        builder.Services.AddSingleton<DocumentAnnotator>();
        builder.Services.AddSingleton<ResolutionGrpcService>().AddSingleton<CatalogueGrpcService>(); // else one is made for every call
        builder.Services.AddHealth(ServiceNames).AddAsyncCheck("store", async cancellationToken =>
            await store.IsUsableAsync(cancellationToken) ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy(), [ServiceHost.ReadyTag])
            .AddCheck("catalogue", () => HealthCheckResult.Healthy(data: Describe(catalogue)), [ServiceHost.ReadyTag]);

        builder.Services.AddSingleton(new AdminAccess(options.AdminToken)).AddSingleton<AdminInterceptor>();
        builder.Services.AddGrpc().AddServiceOptions<CatalogueGrpcService>(grpc => grpc.Interceptors.Add<AdminInterceptor>());

        var app = builder.Build();
        app.MapGrpcService<ResolutionGrpcService>();
        app.MapGrpcService<CatalogueGrpcService>();
        app.MapJson<ResolutionGrpcService>(() => ResolutionService.Descriptor, ResolutionService.BindService);
        app.MapJson<CatalogueGrpcService>(() => CatalogueService.Descriptor, CatalogueService.BindService);
        app.MapCommon();
        app.MapPlayground();
        app.MapReconciliation();
        app.MapNif();

        // A store that is away now is caught up with when it comes; until then the service is not ready.
        await app.Services.GetRequiredService<LiveCatalogue>().TryCatchUpAsync(CancellationToken.None);
        app.Lifetime.ApplicationStarted.Register(() =>
            Log.Started(app.Logger, app.GrpcAddress(), app.HttpAddress(), catalogue.Version, store.GetType().Name));
        return app;
    }

    /// <summary>Where the same settings make the service listen.</summary>
    public static ServiceOptions OptionsOf(string[] args) => ServiceHost.ReadOptions(args, Defaults);

    private static Dictionary<string, object> Describe(EntityCatalogue catalogue) => new()
    {
        ["name"] = catalogue.Name,
        ["version"] = catalogue.Version,
        ["date"] = catalogue.Date?.ToString() ?? "",
        ["entities"] = catalogue.Counts.Entities,
        ["aliases"] = catalogue.Counts.Aliases,
        ["offices"] = catalogue.Counts.Offices,
        ["tenures"] = catalogue.Counts.Tenures,
    };

    private static ServiceOptions Defaults => new() { GrpcPort = 50052, HttpPort = 8082 };
}
