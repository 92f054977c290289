using System.Diagnostics.Metrics;
using EntityRes.Extraction;
using EntityRes.Hosting.Telemetry;

namespace EntityRes.Extractor;

/// <summary>What the extractor counts. Thread-safe.</summary>
public sealed class ExtractorMetrics
{
    private static readonly string[] Kinds =
        [.. Enumerable.Range(0, 4).Select(kind => ((V1.MentionKind)kind).ToString().ToLowerInvariant())];

    private readonly ServiceMeter _meter;
    private readonly Counter<long> _documents;
    private readonly Counter<long> _characters;
    private readonly Counter<long> _mentions;

    /// <summary>Makes the instruments.</summary>
    public ExtractorMetrics(ServiceMeter meter)
    {
        ArgumentNullException.ThrowIfNull(meter);
        _meter = meter;
        _documents = meter.Meter.CreateCounter<long>("documents.extracted", "{document}", "Documents extracted from.");
        _characters = meter.Meter.CreateCounter<long>("characters.extracted", "{character}", "UTF-16 code units of their texts.");
        _mentions = meter.Meter.CreateCounter<long>("mentions.found", "{mention}", "Mentions found, by kind.");
    }

    /// <summary>Begins to time the stages of one document.</summary>
    internal StageTimer StartStages() => _meter.StartStages();

    internal void Extracted(string text, ExtractionResult result)
    {
        _documents.Add(1);
        _characters.Add(text.Length);
        Span<int> counts = stackalloc int[Kinds.Length];
        foreach (var mention in result.Mentions)
            counts[(int)mention.Kind]++;
        for (var kind = 0; kind < counts.Length; kind++)
        {
            if (counts[kind] > 0)
                _mentions.Add(counts[kind], new KeyValuePair<string, object?>("kind", Kinds[kind]));
        }
    }
}
