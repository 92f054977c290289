using EntityRes.Evaluation.Corpora;
using EntityRes.Extraction;

namespace EntityRes.Evaluation.Mentions;

/// <summary>Exact-span counts by type and error classes, over any number of documents.</summary>
internal sealed class SpanScore
{
    private readonly int[] _right = new int[8];
    private readonly int[] _gold = new int[8];
    private readonly int[] _found = new int[8];

    /// <summary>Gold mentions found with the same span and another type.</summary>
    public int WrongType { get; private set; }

    /// <summary>Gold mentions overlapped by a found one with another span.</summary>
    public int WrongBoundary { get; private set; }

    /// <summary>Gold mentions that nothing found overlaps.</summary>
    public int Missed { get; private set; }

    /// <summary>Found mentions that overlap no gold one.</summary>
    public int Spurious { get; private set; }

    /// <summary>Counts one document. Both lists ascend by span and do not overlap within themselves.</summary>
    /// <param name="gold">Annotated mentions.</param>
    /// <param name="found">Found mentions.</param>
    /// <param name="types">Types that count; mentions of others are dropped on both sides.</param>
    /// <param name="onError">Told of each error: class, gold (or null), found (or null).</param>
    public void Add(
        IEnumerable<GoldSpan> gold, IEnumerable<GoldSpan> found, IReadOnlySet<MentionType> types,
        Action<string, GoldSpan?, GoldSpan?>? onError = null)
    {
        var golds = gold.Where(span => types.Contains(span.Type)).ToList();
        var founds = found.Where(span => types.Contains(span.Type)).ToList();
        foreach (var span in golds)
        {
            _gold[(int)span.Type]++;
            var overlapping = founds.Where(other => other.Span.Overlaps(span.Span)).Select(other => (GoldSpan?)other).ToList();
            if (overlapping.Contains(span))
                _right[(int)span.Type]++;
            else
                AddError(span, overlapping, onError);
        }

        foreach (var span in founds)
        {
            _found[(int)span.Type]++;
            if (golds.Any(other => other.Span.Overlaps(span.Span)))
                continue;
            Spurious++;
            onError?.Invoke("spurious", null, span);
        }
    }

    /// <summary>Precision, recall and F1, 0..1, over some types.</summary>
    public (double Precision, double Recall, double F1, int Gold) Of(params MentionType[] types)
    {
        int right = 0, gold = 0, found = 0;
        foreach (var type in types)
        {
            right += _right[(int)type];
            gold += _gold[(int)type];
            found += _found[(int)type];
        }

        double precision = found == 0 ? 0 : (double)right / found, recall = gold == 0 ? 0 : (double)right / gold;
        return (precision, recall, precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall), gold);
    }

    private void AddError(GoldSpan span, List<GoldSpan?> overlapping, Action<string, GoldSpan?, GoldSpan?>? onError)
    {
        var other = overlapping.Find(o => o!.Value.Span == span.Span) ?? overlapping.FirstOrDefault();
        var error = other is null ? "missed" : other.Value.Span == span.Span ? "type" : "boundary";
        Missed += error == "missed" ? 1 : 0;
        WrongType += error == "type" ? 1 : 0;
        WrongBoundary += error == "boundary" ? 1 : 0;
        onError?.Invoke(error, span, other);
    }
}
