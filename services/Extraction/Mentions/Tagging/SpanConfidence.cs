using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace EntityRes.Extraction.Mentions.Tagging;

/// <summary>Probability of a found mention.</summary>
/// <remarks>
/// The posterior of exactly these tags for the mention's tokens, summed over all tags of one token on either side, given the best
/// tags beyond: a local forward pass over the lattice, which costs nothing where there is no mention. Rounded to thousandths, so
/// that the last bits of an exponential do not show. Thread-safe.
/// </remarks>
internal sealed class SpanConfidence
{
    private const int Tags = TagScheme.Count;
    private const int Width = Transitions.Width;
    private const float Steps = 1000;
    private const double Slope = 0.65; // measured on the development sets: docs/results/ner.md
    private const double Offset = -0.45;
    private const float Smallest = 1e-30f;
    private const float LeastShare = 1e-9f;

    private readonly float _perUnit;
    private readonly float[] _starts; // e^weight, float[16 × 16]
    private readonly float[] _first;
    private readonly float[] _continues;
    private readonly float[] _into; // float[33 × 32]: weight of each pair, by its second tag; the last row is the sentence's end

    /// <summary>Takes the transition weights and the scale of scores.</summary>
    public SpanConfidence(TaggerModel model)
    {
        _perUnit = 1 / model.ScoreScale;
        _starts = Exponentials(model.Transitions.Starts);
        _first = Exponentials(model.Transitions.First);
        _continues = Exponentials(model.Transitions.Continues);
        for (var i = 0; i < Width; i++)
            _starts[(8 * Width) + i] = _starts[(i * Width) + 8] = 0;
        _first[8] = 0;
        _into = new float[(Tags + 1) * Tags];
        for (var i = 0; i < _into.Length; i++)
            _into[i] = Weight(i % Tags, i / Tags);
    }

    /// <summary>Confidence, 0–1, of the mention at tokens <c>[first, last]</c>.</summary>
    /// <param name="scores">Emission scores, float[tokens × 32].</param>
    /// <param name="tags">The best tags.</param>
    /// <param name="first">First token of the mention.</param>
    /// <param name="last">Last token of the mention.</param>
    public float Of(ReadOnlySpan<float> scores, ReadOnlySpan<byte> tags, int first, int last)
    {
        int start = Math.Max(0, first - 1), end = Math.Min(tags.Length - 1, last + 1);
        Span<float> all = stackalloc float[Tags]; // weight of all paths by their last tag
        Span<float> same = stackalloc float[Tags]; // of those that spell the mention
        Span<float> emission = stackalloc float[Tags];
        all.Clear();
        if (start > 0)
            all[tags[start - 1]] = 1;
        all.CopyTo(same);
        for (var t = start; t <= end; t++)
        {
            if (t == 0)
            {
                _first.CopyTo(all);
                _first.CopyTo(same);
            }
            else
            {
                Step(all);
                Step(same);
            }

            Exponentials(scores.Slice(t * Tags, Tags), emission);
            // Both are scaled by the sum of all paths, so that only their ratio counts.
            var scale = 1 / Math.Max(Multiply(all, emission), Smallest);
            Multiply(same, emission);
            if (t >= first && t <= last)
            {
                var mass = same[tags[t]];
                same.Clear();
                same[tags[t]] = mass;
            }

            Scale(all, scale);
            Scale(same, scale);
        }

        var share = Mass(same, tags, end) / Math.Max(Mass(all, tags, end), Smallest);
        return MathF.Round(Calibrated(Math.Clamp(share, 0, 1)) * Steps) / Steps;
    }

    /// <summary>The network is too sure of itself; a line through the log odds corrects it (Platt 1999).</summary>
    private static float Calibrated(float share)
    {
        var odds = Math.Log(Math.Max(share, Smallest) / Math.Max(1 - share, Smallest));
        return (float)(1 / (1 + Math.Exp(-((Slope * odds) + Offset))));
    }

    /// <summary>Weight of all paths that go on with the best tag beyond.</summary>
    private float Mass(ReadOnlySpan<float> alpha, ReadOnlySpan<byte> tags, int end)
    {
        var row = end == tags.Length - 1 ? Tags : tags[end + 1];
        var into = MemoryMarshal.Cast<float, Vector256<float>>(_into.AsSpan(row * Tags, Tags));
        var path = MemoryMarshal.Cast<float, Vector256<float>>(alpha);
        var total = Vector256<float>.Zero;
        for (var group = 0; group < path.Length && group < into.Length; group++)
            total += path[group] * into[group];
        return Vector256.Sum(total);
    }

    /// <summary>Weight of a pair of tags; 0 when it is not allowed.</summary>
    /// <param name="from">A tag.</param>
    /// <param name="to">A tag, or <see cref="TagScheme.Count"/> for the end of the sentence.</param>
    private float Weight(int from, int to)
    {
        if (TagScheme.IsEnd(from))
            return to == Tags ? 1 : TagScheme.IsStart(to) ? _starts[(Transitions.RowOf(from) * Width) + to] : 0;
        if (to == Tags || TagScheme.IsStart(to) || (from & 7) != (to & 7))
            return 0;
        var row = (to >= TagScheme.Last ? 16 : 0) + (from >= TagScheme.Inside ? 8 : 0);
        return _continues[row + (from & 7)];
    }

    private void Step(Span<float> alpha)
    {
        ref var starts = ref MemoryMarshal.GetArrayDataReference(_starts);
        ref var continues = ref MemoryMarshal.GetArrayDataReference(_continues);
        ref var place = ref MemoryMarshal.GetReference(alpha);
        Vector256<float> ends = default, begins = default;
        for (var sources = SourcesThatCount(ref place); sources != 0; sources &= sources - 1)
        {
            var p = BitOperations.TrailingZeroCount(sources);
            var from = Vector256.Create(alpha[p < 8 ? p : TagScheme.Last + p - 8]);
            ends += from * Vector256.LoadUnsafe(ref starts, (nuint)(p * Width));
            begins += from * Vector256.LoadUnsafe(ref starts, (nuint)((p * Width) + 8));
        }

        var begin = Vector256.LoadUnsafe(ref place, TagScheme.Begin);
        var inside = Vector256.LoadUnsafe(ref place, TagScheme.Inside);
        var insides = (begin * Vector256.LoadUnsafe(ref continues)) + (inside * Vector256.LoadUnsafe(ref continues, 8));
        var lasts = (begin * Vector256.LoadUnsafe(ref continues, 16)) + (inside * Vector256.LoadUnsafe(ref continues, 24));
        ends.StoreUnsafe(ref place);
        begins.StoreUnsafe(ref place, TagScheme.Begin);
        insides.StoreUnsafe(ref place, TagScheme.Inside);
        lasts.StoreUnsafe(ref place, TagScheme.Last);
    }

    // Of a sum of 1, what the rounding would swallow anyway is left out: nearly all sources.
    private static uint SourcesThatCount(ref float alpha)
    {
        var least = Vector256.Create(LeastShare);
        return Vector256.GreaterThan(Vector256.LoadUnsafe(ref alpha), least).ExtractMostSignificantBits()
            | (Vector256.GreaterThan(Vector256.LoadUnsafe(ref alpha, TagScheme.Last), least).ExtractMostSignificantBits() << 8);
    }

    /// <summary>e^(score − largest score).</summary>
    private void Exponentials(ReadOnlySpan<float> scores, Span<float> emission)
    {
        ref var score = ref MemoryMarshal.GetReference(scores);
        ref var result = ref MemoryMarshal.GetReference(emission);
        var ends = Vector256.LoadUnsafe(ref score);
        var begins = Vector256.LoadUnsafe(ref score, TagScheme.Begin);
        var insides = Vector256.LoadUnsafe(ref score, TagScheme.Inside);
        var lasts = Vector256.LoadUnsafe(ref score, TagScheme.Last);
        var largest = Vector256.Max(Vector256.Max(ends, begins), Vector256.Max(insides, lasts));
        var half = Vector128.Max(largest.GetLower(), largest.GetUpper());
        half = Vector128.Max(half, Vector128.Shuffle(half, Vector128.Create(2, 3, 0, 1)));
        var top = Vector256.Create(Math.Max(half.GetElement(0), half.GetElement(1)));
        Vector256.Exp((ends - top) * _perUnit).StoreUnsafe(ref result);
        Vector256.Exp((begins - top) * _perUnit).StoreUnsafe(ref result, TagScheme.Begin);
        Vector256.Exp((insides - top) * _perUnit).StoreUnsafe(ref result, TagScheme.Inside);
        Vector256.Exp((lasts - top) * _perUnit).StoreUnsafe(ref result, TagScheme.Last);
    }

    private static float Multiply(Span<float> alpha, ReadOnlySpan<float> emission)
    {
        var weights = MemoryMarshal.Cast<float, Vector256<float>>(emission);
        var path = MemoryMarshal.Cast<float, Vector256<float>>(alpha);
        var total = Vector256<float>.Zero;
        for (var group = 0; group < path.Length && group < weights.Length; group++)
            total += path[group] *= weights[group];
        return Vector256.Sum(total);
    }

    private static void Scale(Span<float> alpha, float scale)
    {
        var path = MemoryMarshal.Cast<float, Vector256<float>>(alpha);
        for (var group = 0; group < path.Length; group++)
            path[group] *= scale;
    }

    private float[] Exponentials(float[] weights)
    {
        var exponentials = new float[weights.Length];
        for (var i = 0; i < weights.Length; i++)
            exponentials[i] = MathF.Exp(weights[i] * _perUnit);
        return exponentials;
    }
}
