namespace EntityRes.Bench;

/// <summary>Processor time of this process: other load on the machine does not count.</summary>
internal sealed class CpuWatch
{
    private TimeSpan _start = Environment.CpuUsage.TotalTime;

    internal TimeSpan Elapsed => Environment.CpuUsage.TotalTime - _start;

    internal static CpuWatch StartNew() => new();

    internal void Restart() => _start = Environment.CpuUsage.TotalTime;
}
