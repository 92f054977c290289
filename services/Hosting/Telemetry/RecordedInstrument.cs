namespace EntityRes.Hosting.Telemetry;

/// <summary>One counter or histogram → its Prometheus series, one for each combination of tag values.</summary>
/// <param name="addSeries">Makes the series of tags that were not seen before.</param>
/// <remarks>
/// Thread-safe. Finding a series is a look through the few there are, without allocation: tags are constants, so that comparing them
/// compares references.
/// </remarks>
internal sealed class RecordedInstrument(Func<string[], string[], Action<double>> addSeries)
{
    private readonly Lock _adding = new();
    private volatile Series[] _all = [];

    internal void Record(double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        foreach (var series in _all)
        {
            if (series.Has(tags))
            {
                series.Record(value);
                return;
            }
        }

        Add(tags).Record(value);
    }

    private Series Add(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        lock (_adding)
        {
            foreach (var known in _all)
            {
                if (known.Has(tags))
                    return known;
            }

            var (names, values) = (new string[tags.Length], new string[tags.Length]);
            for (var i = 0; i < tags.Length; i++)
                (names[i], values[i]) = (tags[i].Key, (string)tags[i].Value!);
            var series = new Series(values, addSeries(names, values));
            _all = [.. _all, series];
            return series;
        }
    }

    private sealed class Series(string[] values, Action<double> record)
    {
        internal void Record(double value) => record(value);

        // An instrument has the same tags in the same order every time.
        internal bool Has(ReadOnlySpan<KeyValuePair<string, object?>> tags)
        {
            for (var i = 0; i < values.Length; i++)
            {
                if (!values[i].Equals((string?)tags[i].Value, StringComparison.Ordinal))
                    return false;
            }

            return true;
        }
    }
}
