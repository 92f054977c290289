using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace EntityRes.Hosting.Telemetry;

/// <summary>The sources of what both services tell about themselves: numbers and durations, never text.</summary>
/// <remarks>
/// Thread-safe. Instruments are named without prefix: Prometheus puts the meter's name before them (<c>entityres_stage_duration</c>), and
/// so does the OTLP export (<c>entityres.stage.duration</c>).
/// </remarks>
public sealed class ServiceMeter
{
    /// <summary>Name of the meter and of the activity source.</summary>
    public const string Name = "EntityRes";

    /// <summary>The source of spans, one a stage and one a store call.</summary>
    public static ActivitySource Spans { get; } = new(Name);

    private readonly Histogram<double> _stages;
    private readonly Histogram<double> _calls;

    /// <summary>Makes the instruments.</summary>
    /// <param name="meters">The host's factory: two hosts in one process keep their numbers apart.</param>
    /// <param name="limiter">What is queued and refused.</param>
    public ServiceMeter(IMeterFactory meters, LoadLimiter limiter)
    {
        ArgumentNullException.ThrowIfNull(meters);
        ArgumentNullException.ThrowIfNull(limiter);
        Meter = meters.Create(Name);
        _stages = Meter.CreateHistogram<double>("stage.duration", "s", "Time of one stage for one document.");
        _calls = Meter.CreateHistogram<double>("call.duration", "s", "Time of one call, by method and status.");
        Meter.CreateObservableGauge("calls.queued", () => limiter.Queued, "{call}", "Calls that wait for others to end.");
        Meter.CreateObservableCounter("calls.refused", () => limiter.Refused, "{call}", "Calls refused for load.");
    }

    /// <summary>Where a service adds instruments of its own.</summary>
    public Meter Meter { get; }

    /// <summary>Begins to time the stages of one document.</summary>
    public StageTimer StartStages() => new(this);

    internal void Stage(string stage, TimeSpan duration) =>
        _stages.Record(duration.TotalSeconds, new KeyValuePair<string, object?>("stage", stage));

    internal void Call(string method, string status, TimeSpan duration) => _calls.Record(
        duration.TotalSeconds,
        new KeyValuePair<string, object?>("method", method),
        new KeyValuePair<string, object?>("status", status));
}
