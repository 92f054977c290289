using System.Diagnostics;

namespace EntityRes.Hosting.Telemetry;

/// <summary>Times the stages of one document: each lasts from the one before it, or from the start, to its report.</summary>
/// <remarks>Not thread-safe: one for each document. Makes a span of every stage while somebody records the call.</remarks>
public sealed class StageTimer : IProgress<string>
{
    private readonly ServiceMeter _meter;
    private long _since = Stopwatch.GetTimestamp();

    internal StageTimer(ServiceMeter meter) => _meter = meter;

    /// <summary>A stage is done.</summary>
    /// <param name="value">Its name, a constant: it becomes a label.</param>
    public void Report(string value)
    {
        var now = Stopwatch.GetTimestamp();
        var duration = Stopwatch.GetElapsedTime(_since, now);
        _since = now;
        _meter.Stage(value, duration);
        if (ServiceMeter.Spans.HasListeners())
            AddSpan(value, duration);
    }

    private static void AddSpan(string stage, TimeSpan duration)
    {
        var end = DateTimeOffset.UtcNow;
        using var span = ServiceMeter.Spans.StartActivity(
            ActivityKind.Internal, startTime: end - duration, name: stage);
        span?.SetEndTime(end.UtcDateTime);
    }
}
