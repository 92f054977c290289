namespace EntityRes.Evaluation.Coreference;

/// <summary>B³ precision and recall (Bagga and Baldwin, 1998) over mentions that both sides have.</summary>
public sealed class BCubed
{
    private double _precisions;
    private double _recalls;
    private int _mentions;

    /// <summary>Precision, 0–1.</summary>
    public double Precision => _precisions / Math.Max(_mentions, 1);

    /// <summary>Recall, 0–1.</summary>
    public double Recall => _recalls / Math.Max(_mentions, 1);

    /// <summary>Harmonic mean of both, 0–1.</summary>
    public double F1 => 2 * Precision * Recall / Math.Max(Precision + Recall, double.Epsilon);

    /// <summary>Adds a document's mentions, each by its annotated entity and its found chain.</summary>
    public void Add(IReadOnlyList<(int Entity, int Chain)> mentions)
    {
        var entities = mentions.CountBy(m => m.Entity).ToDictionary();
        var chains = mentions.CountBy(m => m.Chain).ToDictionary();
        foreach (var (pair, count) in mentions.CountBy(m => m))
        {
            _precisions += count * (count / (double)chains[pair.Chain]);
            _recalls += count * (count / (double)entities[pair.Entity]);
        }

        _mentions += mentions.Count;
    }

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"P {Precision:F4}  R {Recall:F4}  F1 {F1:F4}  ({_mentions} mentions)");
}
