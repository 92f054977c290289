using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace EntityRes.Hosting.Telemetry;

/// <summary>OTLP: metrics and traces are sent when the standard variable names a collector, else nothing of it runs.</summary>
internal static class TelemetryExport
{
    // The OTEL_* variables of the OpenTelemetry specification configure protocol, headers, sampler and intervals.
    private const string EndpointVariable = "OTEL_EXPORTER_OTLP_ENDPOINT";

    internal static void AddTelemetry(this IServiceCollection services, IConfiguration configuration, string serviceName)
    {
        services.AddSingleton<ServiceMeter>();
        services.AddSingleton<CallTelemetry>();
        services.AddSingleton<PrometheusText>();
        if (!string.IsNullOrEmpty(configuration[EndpointVariable]))
            services.AddExport(serviceName);
    }

    // A method of its own: what it needs is not even loaded when nobody asks for it.
    private static void AddExport(this IServiceCollection services, string serviceName) =>
        services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService(serviceName, serviceVersion: ServiceHost.BuildVersion))
            .WithTracing(traces => traces
                .AddSource(ServiceMeter.Name)
                .AddAspNetCoreInstrumentation()
                .AddHttpClientInstrumentation()
                .AddOtlpExporter())
            .WithMetrics(metrics => metrics
                .AddMeter(ServiceMeter.Name)
                .AddAspNetCoreInstrumentation()
                .AddHttpClientInstrumentation()
                .AddView(instrument => instrument.Meter.Name == ServiceMeter.Name
                    ? new MetricStreamConfiguration { Name = $"entityres.{instrument.Name}" }
                    : null)
                .AddOtlpExporter());
}
