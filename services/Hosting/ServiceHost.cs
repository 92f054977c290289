using System.ComponentModel.DataAnnotations;
using System.Net;
using System.Text.Json.Nodes;
using EntityRes.Hosting.Json;
using EntityRes.Hosting.Telemetry;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace EntityRes.Hosting;

/// <summary>What both services have in common: two ports, gRPC with reflection and health, JSON routes, graceful end.</summary>
public static class ServiceHost
{
    /// <summary>Tag of the health checks that decide whether the service is ready.</summary>
    public const string ReadyTag = "ready";

    /// <summary>Version of the program.</summary>
    public static string BuildVersion { get; } =
        typeof(ServiceHost).Assembly.GetName().Version!.ToString(fieldCount: 3);

    /// <summary>How long calls that run may go on after the service was told to end.</summary>
    public static readonly TimeSpan DrainTime = TimeSpan.FromSeconds(30);

    private const string LiveTag = "live";

    private const string EnvironmentPrefix = "ENTITYRES_";

    /// <summary>Prepares a service.</summary>
    /// <param name="args">Command line: ordinary ASP.NET configuration, <c>--GrpcPort=0</c>.</param>
    /// <param name="defaults">Where it listens unless configuration says otherwise.</param>
    /// <param name="serviceName">What telemetry calls the service.</param>
    /// <exception cref="ValidationException">A setting is out of range; names it.</exception>
    public static WebApplicationBuilder CreateBuilder(string[] args, ServiceOptions defaults, string serviceName)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions
        {
            Args = args,
            ContentRootPath = AppContext.BaseDirectory,
        });
        AddSettings(builder.Configuration, args);
        var options = Bind(builder.Configuration, defaults);
        var tls = Tls.Server(options);
        builder.Services.AddSingleton(options);
        builder.Services.AddSingleton<LoadLimiter>();
        builder.Services.AddSingleton<JsonRouteTable>();
        builder.Services.AddTelemetry(builder.Configuration, serviceName);
        builder.WebHost.ConfigureKestrel(kestrel => Listen(kestrel, options, tls));
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = DrainTime);
        builder.Services.AddGrpc(grpc =>
        {
            grpc.MaxReceiveMessageSize = Limits.MessageBytes;
            grpc.MaxSendMessageSize = Limits.MessageBytes;
        });
        builder.Services.AddGrpcReflection();
        builder.Logging.AddFilter("Grpc", LogLevel.Warning); // below that it logs refused requests with what they held
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        builder.Logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None); // else every call makes a span for the log
        builder.Logging.AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Warning); // the services log their own start
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting", LogLevel.None);  // a failed start is thrown, not logged too
        return builder;
    }

    /// <summary>Reads where a service of these settings listens, without starting it.</summary>
    /// <param name="args">Command line.</param>
    /// <param name="defaults">Where it listens unless configuration says otherwise.</param>
    public static ServiceOptions ReadOptions(string[] args, ServiceOptions defaults)
    {
        var configuration = new ConfigurationBuilder();
        AddSettings(configuration, args);
        return Bind(configuration.Build(), defaults);
    }

    /// <summary>Adds health: live when the process answers, ready when every check tagged <see cref="ReadyTag"/> passes.</summary>
    /// <param name="services">Where to add it.</param>
    /// <param name="serviceNames">Full names of the gRPC services whose readiness is asked for.</param>
    public static IHealthChecksBuilder AddHealth(this IServiceCollection services, params string[] serviceNames) =>
        services.AddGrpcHealthChecks(health =>
        {
            health.Services.Clear();
            health.Services.Map("", check => check.Tags.Contains(LiveTag));
            foreach (var name in serviceNames)
                health.Services.Map(name, check => check.Tags.Contains(ReadyTag));
        }).AddCheck("process", () => HealthCheckResult.Healthy(), [LiveTag]);

    /// <summary>Maps what both services answer beside their own RPCs.</summary>
    public static void MapCommon(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        var json = app.Services.GetRequiredService<JsonRouteTable>();
        app.Use((context, next) => JsonRoutes.SelectAsync(context, json, next));
        app.Use(app.Services.GetRequiredService<CallTelemetry>().RunAsync);
        app.Use(app.Services.GetRequiredService<LoadLimiter>().RunAsync);
        app.Use(MessageErrors.RunAsync);
        app.MapGrpcReflectionService();
        app.MapGrpcHealthChecksService();
        app.MapGet("/metrics", app.Services.GetRequiredService<PrometheusText>().WriteAsync);
        app.MapHealthChecks("/healthz", new HealthCheckOptions { Predicate = check => check.Tags.Contains(LiveTag) });
        app.MapHealthChecks("/readyz", new HealthCheckOptions
        {
            Predicate = check => check.Tags.Contains(ReadyTag),
            ResponseWriter = WriteReadinessAsync,
        });
    }

    /// <summary>Where a started service listens for gRPC.</summary>
    public static Uri GrpcAddress(this WebApplication app) => Address(app, 0);

    /// <summary>Where a started service listens for HTTP/1.1.</summary>
    public static Uri HttpAddress(this WebApplication app) => Address(app, 1);

    // {"status":"Healthy","checks":{"catalogue":{"status":"Healthy","version":"…",…},…}}
    private static Task WriteReadinessAsync(HttpContext context, HealthReport report)
    {
        var checks = new JsonObject();
        foreach (var (name, entry) in report.Entries)
        {
            var check = new JsonObject { ["status"] = entry.Status.ToString() };
            foreach (var (key, value) in entry.Data)
                check[key] = value switch { int number => number, long number => number, _ => value.ToString() };
            checks[name] = check;
        }

        return new JsonObject { ["status"] = report.Status.ToString(), ["checks"] = checks }.ToAnswer().ExecuteAsync(context);
    }

    private static Uri Address(WebApplication app, int index)
    {
        var server = (IServer)app.Services.GetService(typeof(IServer))!;
        return new Uri(server.Features.Get<IServerAddressesFeature>()!.Addresses.ElementAt(index));
    }

    private static void Listen(KestrelServerOptions kestrel, ServiceOptions options, HttpsConnectionAdapterOptions? tls)
    {
        if (!IPAddress.TryParse(options.Bind, out var address))
            throw new ValidationException($"Bind: '{options.Bind}' is not an IP address");
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = Limits.MessageBytes;
        Open(options.GrpcPort, HttpProtocols.Http2);
        Open(options.HttpPort, HttpProtocols.Http1);

        void Open(int port, HttpProtocols protocols) => kestrel.Listen(address, port, listen =>
        {
            listen.Protocols = protocols;
            if (tls is not null)
                listen.UseHttps(tls);
        });
    }

    // ENTITYRES_GRPC_PORT → GrpcPort: the documented variables name settings without separators.
    private static IEnumerable<KeyValuePair<string, string?>> ReadEnvironment()
    {
        foreach (System.Collections.DictionaryEntry variable in Environment.GetEnvironmentVariables())
        {
            var name = (string)variable.Key;
            if (name.StartsWith(EnvironmentPrefix, StringComparison.Ordinal))
            {
                var setting = name[EnvironmentPrefix.Length..].Replace("_", "", StringComparison.Ordinal);
                yield return new KeyValuePair<string, string?>(setting, (string?)variable.Value);
            }
        }
    }

    private static void AddSettings(IConfigurationBuilder configuration, string[] args)
    {
        configuration.AddInMemoryCollection(ReadEnvironment());
        configuration.AddCommandLine(args);
    }

    private static ServiceOptions Bind(IConfiguration configuration, ServiceOptions defaults)
    {
        configuration.Bind(defaults);
        var checkedOptions = new ServiceOptionsValidator().Validate(name: null, defaults);
        return checkedOptions.Failed ? throw new ValidationException(checkedOptions.FailureMessage) : defaults;
    }
}
