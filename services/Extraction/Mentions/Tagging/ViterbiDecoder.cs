using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace EntityRes.Extraction.Mentions.Tagging;

/// <summary>Finds the best tag sequence of a sentence that BILOU allows.</summary>
/// <remarks>
/// O(tokens), no allocation. Thread-safe. Source: Viterbi (1967). Scores that are whole numbers below 2²⁰ give the same path on
/// every machine, because every sum is then exact.
/// </remarks>
internal sealed class ViterbiDecoder
{
    private const float Impossible = -1e7f;
    private const int Tags = TagScheme.Count;
    private const int Width = Transitions.Width;

    private readonly float[] _starts; // float[16 × 16], unused rows and columns impossible
    private readonly float[] _first;
    private readonly float[] _continues;
    private readonly float[] _advantages = new float[Width];

    /// <summary>Takes the transition weights.</summary>
    public ViterbiDecoder(Transitions transitions)
    {
        _starts = (float[])transitions.Starts.Clone();
        _first = (float[])transitions.First.Clone();
        _continues = transitions.Continues;
        for (var i = 0; i < Width; i++)
            _starts[(8 * Width) + i] = _starts[(i * Width) + 8] = Impossible;
        _first[8] = Impossible;
        for (var p = 0; p < Width; p++)
            _advantages[p] = AdvantageOf(p);
    }

    // How much more a source can gain in one step than the tag outside mentions, whatever the target.
    private float AdvantageOf(int source)
    {
        var most = float.NegativeInfinity;
        for (var k = 0; k < Width; k++)
        {
            if (k != 8)
                most = Math.Max(most, _starts[(source * Width) + k] - _starts[k]);
        }

        return most;
    }

    /// <summary>Decodes one sentence.</summary>
    /// <param name="scores">Emission scores, float[tokens × 32], natural-log scale times any factor.</param>
    /// <param name="back">Scratch, byte[tokens × 32].</param>
    /// <param name="tags">Receives one tag a token, at least one. Ties go to the lower tag.</param>
    /// <param name="useVectors">Whether to use the vector path; the scalar one gives the same tags.</param>
    public void Decode(ReadOnlySpan<float> scores, Span<byte> back, Span<byte> tags, bool useVectors)
    {
        Span<float> path = stackalloc float[Tags];
        path.Fill(Impossible);
        _first.CopyTo(path);
        for (var k = 0; k < Width; k++)
            path[k] += scores[k];
        for (var t = 1; t < tags.Length; t++)
        {
            if (useVectors)
                StepVector(path, scores.Slice(t * Tags, Tags), back.Slice(t * Tags, Tags));
            else
                StepScalar(path, scores.Slice(t * Tags, Tags), back.Slice(t * Tags, Tags));
        }

        var best = 0;
        for (var k = 1; k < Tags; k++)
        {
            if (TagScheme.IsEnd(k) && k != TagScheme.Last && path[k] > path[best])
                best = k;
        }

        for (var t = tags.Length - 1; t >= 0; t--)
        {
            tags[t] = (byte)best;
            best = back[(t * Tags) + best];
        }
    }

    private void StepScalar(Span<float> path, ReadOnlySpan<float> scores, Span<byte> back)
    {
        Span<float> next = stackalloc float[Tags];
        for (var k = 0; k < Width; k++)
        {
            next[k] = float.NegativeInfinity;
            for (var p = 0; p < Width; p++)
            {
                var tag = p < 8 ? p : TagScheme.Last + p - 8;
                var score = path[tag] + _starts[(p * Width) + k];
                if (score > next[k])
                {
                    next[k] = score;
                    back[k] = (byte)tag;
                }
            }
        }

        for (var k = 0; k < TagScheme.Lanes; k++)
        {
            float begin = path[TagScheme.Begin + k], inside = path[TagScheme.Inside + k];
            Continue(begin + _continues[k], inside + _continues[8 + k], TagScheme.Inside + k, next, back);
            Continue(begin + _continues[16 + k], inside + _continues[24 + k], TagScheme.Last + k, next, back);
        }

        var top = float.NegativeInfinity;
        for (var k = 0; k < Tags; k++)
            top = Math.Max(top, next[k] += scores[k]);
        for (var k = 0; k < Tags; k++)
            path[k] = Math.Max(next[k] - top, Impossible);
    }

    private static void Continue(float begin, float inside, int tag, Span<float> next, Span<byte> back)
    {
        next[tag] = Math.Max(begin, inside);
        back[tag] = (byte)((begin >= inside ? TagScheme.Begin : TagScheme.Inside) + (tag & 7));
    }

    private void StepVector(Span<float> path, ReadOnlySpan<float> scores, Span<byte> back)
    {
        ref var start = ref MemoryMarshal.GetArrayDataReference(_starts);
        var ends = Vector256.Create(float.NegativeInfinity);
        var begins = ends;
        var endBack = Vector256<int>.Zero;
        var beginBack = Vector256<int>.Zero;
        for (var sources = SourcesThatMayWin(path); sources != 0; sources &= sources - 1)
        {
            var p = BitOperations.TrailingZeroCount(sources);
            var tag = p < 8 ? p : TagScheme.Last + p - 8;
            var from = Vector256.Create(path[tag]);
            var source = Vector256.Create(tag);
            var end = from + Vector256.LoadUnsafe(ref start, (nuint)(p * Width));
            var begin = from + Vector256.LoadUnsafe(ref start, (nuint)((p * Width) + 8));
            endBack = Vector256.ConditionalSelect(Vector256.GreaterThan(end, ends).AsInt32(), source, endBack);
            beginBack = Vector256.ConditionalSelect(Vector256.GreaterThan(begin, begins).AsInt32(), source, beginBack);
            ends = Vector256.Max(end, ends);
            begins = Vector256.Max(begin, begins);
        }

        ref var weights = ref MemoryMarshal.GetArrayDataReference(_continues);
        ref var place = ref MemoryMarshal.GetReference(path);
        var beginPath = Vector256.LoadUnsafe(ref place, TagScheme.Begin);
        var insidePath = Vector256.LoadUnsafe(ref place, TagScheme.Inside);
        var insides = Continue(beginPath + Vector256.LoadUnsafe(ref weights), insidePath + Vector256.LoadUnsafe(ref weights, 8), out var insideBack);
        var lasts = Continue(beginPath + Vector256.LoadUnsafe(ref weights, 16), insidePath + Vector256.LoadUnsafe(ref weights, 24), out var lastBack);

        ref var score = ref MemoryMarshal.GetReference(scores);
        ends += Vector256.LoadUnsafe(ref score);
        begins += Vector256.LoadUnsafe(ref score, TagScheme.Begin);
        insides += Vector256.LoadUnsafe(ref score, TagScheme.Inside);
        lasts += Vector256.LoadUnsafe(ref score, TagScheme.Last);
        var top = Vector256.Create(Largest(Vector256.Max(Vector256.Max(ends, begins), Vector256.Max(insides, lasts))));
        var floor = Vector256.Create(Impossible);
        Vector256.Max(ends - top, floor).StoreUnsafe(ref place);
        Vector256.Max(begins - top, floor).StoreUnsafe(ref place, TagScheme.Begin);
        Vector256.Max(insides - top, floor).StoreUnsafe(ref place, TagScheme.Inside);
        Vector256.Max(lasts - top, floor).StoreUnsafe(ref place, TagScheme.Last);
        Vector256.Narrow(Vector256.Narrow(endBack, beginBack), Vector256.Narrow(insideBack, lastBack)).AsByte()
            .StoreUnsafe(ref MemoryMarshal.GetReference(back));
    }

    // A source that the tag outside mentions beats at every target cannot be on the best path: most of them, at most tokens.
    private uint SourcesThatMayWin(ReadOnlySpan<float> path)
    {
        ref var place = ref MemoryMarshal.GetReference(path);
        ref var advantage = ref MemoryMarshal.GetArrayDataReference(_advantages);
        var outside = Vector256.Create(path[TagScheme.Outside]);
        var ends = Vector256.LoadUnsafe(ref place) + Vector256.LoadUnsafe(ref advantage);
        var lasts = Vector256.LoadUnsafe(ref place, TagScheme.Last) + Vector256.LoadUnsafe(ref advantage, 8);
        return Vector256.GreaterThanOrEqual(ends, outside).ExtractMostSignificantBits()
            | (Vector256.GreaterThanOrEqual(lasts, outside).ExtractMostSignificantBits() << 8);
    }

    private static Vector256<float> Continue(Vector256<float> begin, Vector256<float> inside, out Vector256<int> back)
    {
        var fromBegin = Vector256.GreaterThanOrEqual(begin, inside).AsInt32();
        var lanes = Vector256.Create(0, 1, 2, 3, 4, 5, 6, 7);
        back = lanes + Vector256.ConditionalSelect(fromBegin, Vector256.Create(TagScheme.Begin), Vector256.Create(TagScheme.Inside));
        return Vector256.Max(begin, inside);
    }

    private static float Largest(Vector256<float> values)
    {
        var half = Vector128.Max(values.GetLower(), values.GetUpper());
        half = Vector128.Max(half, Vector128.Shuffle(half, Vector128.Create(2, 3, 0, 1)));
        return Math.Max(half.GetElement(0), half.GetElement(1));
    }
}
