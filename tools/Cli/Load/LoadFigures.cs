using System.Collections.Concurrent;
using Grpc.Core;
using HdrHistogram;

namespace EntityRes.Cli.Load;

/// <summary>What a run measured: latencies of calls that were answered, and how many were not, by status.</summary>
/// <remarks>Thread-safe.</remarks>
internal sealed class LoadFigures
{
    private const long SlowestMicroseconds = 600_000_000;
    private const int SignificantDigits = 3;

    private readonly LongConcurrentHistogram _microseconds = new(1, SlowestMicroseconds, SignificantDigits);
    private readonly ConcurrentDictionary<string, long> _errors = new();

    /// <summary>Seconds over which was measured.</summary>
    internal double Seconds { get; private set; }

    /// <summary>Calls answered.</summary>
    internal long Answered => _microseconds.TotalCount;

    /// <summary>Calls that failed, by gRPC status.</summary>
    internal IReadOnlyDictionary<string, long> Errors => _errors;

    /// <summary>Answered calls a second.</summary>
    internal double PerSecond => Seconds > 0 ? Answered / Seconds : 0;

    internal void Add(TimeSpan latency) =>
        _microseconds.RecordValue(Math.Clamp((long)latency.TotalMicroseconds, 1, SlowestMicroseconds));

    internal void Add(StatusCode error) => _errors.AddOrUpdate(error.ToString(), 1, (_, count) => count + 1);

    internal void AddTime(TimeSpan time) => Seconds += time.TotalSeconds;

    /// <summary>A percentile of the latency in milliseconds.</summary>
    internal double Milliseconds(double percentile) => Answered == 0 ? 0 : _microseconds.GetValueAtPercentile(percentile) / 1e3;
}
