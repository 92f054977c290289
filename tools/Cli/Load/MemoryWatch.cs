using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace EntityRes.Cli.Load;

/// <summary>Reads the resident memory of services from their <c>/metrics</c> while a load runs.</summary>
/// <param name="services">HTTP/1.1 base addresses.</param>
internal sealed class MemoryWatch(IReadOnlyList<Uri> services) : IDisposable
{
    private const string Series = "system_runtime_dotnet_process_memory_working_set ";
    private const double Megabyte = 1 << 20;

    private readonly HttpClient _http = new();
    private readonly List<(double Seconds, double[] Megabytes)> _readings = [];

    /// <summary>Fails now if a service cannot be read.</summary>
    /// <exception cref="InvalidDataException">A service does not say what it takes.</exception>
    /// <exception cref="IOException">A service does not answer.</exception>
    internal Task CheckAsync() => Task.WhenAll(services.Select(ReadAsync));

    /// <summary>Reads at once and then again and again, until it is told to end; then a last time.</summary>
    /// <exception cref="InvalidDataException">A service does not say what it takes.</exception>
    /// <exception cref="IOException">A service does not answer.</exception>
    internal async Task WatchAsync(TimeSpan every, CancellationToken end)
    {
        var start = Stopwatch.GetTimestamp();
        using var timer = new PeriodicTimer(every);
        do
            _readings.Add((Stopwatch.GetElapsedTime(start).TotalSeconds, await Task.WhenAll(services.Select(ReadAsync))));
        while (await IsNextAsync());
        _readings.Add((Stopwatch.GetElapsedTime(start).TotalSeconds, await Task.WhenAll(services.Select(ReadAsync))));

        async Task<bool> IsNextAsync()
        {
            try
            {
                return await timer.WaitForNextTickAsync(end);
            }
            catch (OperationCanceledException)
            {
                return false;
            }
        }
    }

    /// <summary>All readings as a table, and how fast the memory grew at last.</summary>
    /// <param name="last">The part of the run, its last, over which the slope is taken.</param>
    internal string Describe(TimeSpan last)
    {
        var text = new StringBuilder("| s | ").AppendJoin(" | ", services.Select(service => $"resident MB, {service.Authority}")).AppendLine(" |");
        text.Append('|').Insert(text.Length, "---|", services.Count + 1).AppendLine();
        foreach (var (seconds, megabytes) in _readings)
            text.AppendLine(CultureInfo.InvariantCulture, $"| {seconds:0} | {string.Join(" | ", megabytes.Select(one => one.ToString("0.0", CultureInfo.InvariantCulture)))} |");
        text.AppendLine();
        for (var service = 0; service < services.Count; service++)
        {
            text.AppendLine(
                CultureInfo.InvariantCulture,
                $"{services[service].Authority}: {SlopePerMinute(service, last):+0.000;-0.000;0.000} MB a minute in the last {last.TotalMinutes:0.0} minutes, at most {_readings.Max(reading => reading.Megabytes[service]):0.0} MB");
        }

        return text.ToString();
    }

    public void Dispose() => _http.Dispose();

    // Least squares.
    private double SlopePerMinute(int service, TimeSpan last)
    {
        var from = _readings[^1].Seconds - last.TotalSeconds;
        var part = _readings.Where(reading => reading.Seconds >= from).Select(reading => (X: reading.Seconds / 60, Y: reading.Megabytes[service])).ToList();
        var (meanX, meanY) = (part.Average(point => point.X), part.Average(point => point.Y));
        var spread = part.Sum(point => (point.X - meanX) * (point.X - meanX));
        return spread > 0 ? part.Sum(point => (point.X - meanX) * (point.Y - meanY)) / spread : 0;
    }

    private async Task<double> ReadAsync(Uri service)
    {
        string metrics;
        try
        {
            metrics = await _http.GetStringAsync(new Uri(service, "/metrics"));
        }
        catch (Exception failed) when (failed is HttpRequestException or TaskCanceledException)
        {
            throw new IOException($"{service}: /metrics does not answer", failed);
        }

        foreach (var line in metrics.AsSpan().EnumerateLines())
        {
            if (line.StartsWith(Series, StringComparison.Ordinal))
                return double.Parse(line[Series.Length..], NumberStyles.Float, CultureInfo.InvariantCulture) / Megabyte;
        }

        throw new InvalidDataException($"{service}: /metrics has no {Series.TrimEnd()}");
    }
}
