using EntityRes.Evaluation.Corpora;
using EntityRes.Extraction;

namespace EntityRes.Evaluation.Mentions;

/// <summary>How often mentions of a confidence are right: a calibrated tagger is right as often as it says.</summary>
internal sealed class Reliability
{
    private static readonly float[] Bounds = [0.5f, 0.7f, 0.8f, 0.9f, 0.95f, 0.99f, 1.01f];

    private readonly int[] _found = new int[Bounds.Length];
    private readonly int[] _right = new int[Bounds.Length];
    private readonly double[] _confidence = new double[Bounds.Length];

    public void Add(IEnumerable<Mention> mentions, GoldDocument document)
    {
        var gold = document.Spans.ToHashSet();
        foreach (var mention in mentions)
        {
            var bin = Array.FindIndex(Bounds, bound => mention.Confidence01 < bound);
            _found[bin]++;
            _right[bin] += gold.Contains(new GoldSpan(mention.Span, mention.Type)) ? 1 : 0;
            _confidence[bin] += mention.Confidence01;
        }
    }

    public void Write(TextWriter output)
    {
        double error = 0;
        output.WriteLine("| confidence below | mentions | mean confidence | right |");
        output.WriteLine("|---|---|---|---|");
        for (var bin = 0; bin < Bounds.Length; bin++)
        {
            if (_found[bin] == 0)
                continue;
            error += Math.Abs(_confidence[bin] - _right[bin]);
            output.WriteLine($"| {Math.Min(1, Bounds[bin])} | {_found[bin]} | {_confidence[bin] / _found[bin]:F3} | {(double)_right[bin] / _found[bin]:F3} |");
        }

        output.WriteLine($"Expected calibration error: {error / _found.Sum():F3}");
    }
}
