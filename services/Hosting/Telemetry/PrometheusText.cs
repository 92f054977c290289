using System.Diagnostics.Metrics;
using Microsoft.AspNetCore.Http;
using Prometheus;

namespace EntityRes.Hosting.Telemetry;

/// <summary><c>/metrics</c>: the meters of one host and of the runtime in the Prometheus text format.</summary>
/// <remarks>
/// Thread-safe. Of two hosts in one process each shows its own meters, and both show those of the runtime. The meters of server and
/// client are left out: they say for every call again what <c>entityres_call_duration</c> says. OTLP has them.
/// </remarks>
internal sealed class PrometheusText : IDisposable
{
    private const string ContentType = "text/plain; version=0.0.4; charset=utf-8";

    private const string RuntimeMeter = "System.Runtime";

    // Seconds: a stage takes microseconds, a call milliseconds, a full document seconds.
    private static readonly double[] Seconds =
        [0.000_01, 0.000_05, 0.000_1, 0.000_25, 0.000_5, 0.001, 0.002_5, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

    private readonly CollectorRegistry _registry = Metrics.NewCustomRegistry();
    private readonly IDisposable _listener;

    public PrometheusText(IMeterFactory host) => _listener = MeterAdapter.StartListening(new MeterAdapterOptions
    {
        Registry = _registry,
        MetricFactory = Metrics.WithCustomRegistry(_registry),
        InstrumentFilterPredicate = instrument => instrument.Meter.Name switch
        {
            ServiceMeter.Name => ReferenceEquals(instrument.Meter.Scope, host),
            RuntimeMeter => true,
            _ => false,
        },
        ResolveHistogramBuckets = _ => Seconds,
    });

    internal Task WriteAsync(HttpContext context)
    {
        context.Response.ContentType = ContentType;
        return _registry.CollectAndExportAsTextAsync(context.Response.Body, context.RequestAborted);
    }

    public void Dispose() => _listener.Dispose();
}
