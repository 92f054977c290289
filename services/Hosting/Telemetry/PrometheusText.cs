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
    private readonly RecordedMeter _recorded;
    private readonly IDisposable _asked;

    public PrometheusText(IMeterFactory host)
    {
        var metrics = Metrics.WithCustomRegistry(_registry);
        _recorded = new RecordedMeter(metrics, Seconds, instrument => IsOwn(instrument, host) && RecordedMeter.Takes(instrument));
        _asked = MeterAdapter.StartListening(new MeterAdapterOptions
        {
            Registry = _registry,
            MetricFactory = metrics,
            InstrumentFilterPredicate = instrument => instrument.Meter.Name == RuntimeMeter
                || (IsOwn(instrument, host) && !RecordedMeter.Takes(instrument)),
            ResolveHistogramBuckets = _ => Seconds,
        });
    }

    internal Task WriteAsync(HttpContext context)
    {
        context.Response.ContentType = ContentType;
        return _registry.CollectAndExportAsTextAsync(context.Response.Body, context.RequestAborted);
    }

    public void Dispose()
    {
        _recorded.Dispose();
        _asked.Dispose();
    }

    private static bool IsOwn(Instrument instrument, IMeterFactory host) =>
        instrument.Meter.Name == ServiceMeter.Name && ReferenceEquals(instrument.Meter.Scope, host);
}
