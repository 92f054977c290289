using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace EntityRes.Extraction.Mentions.Tagging;

/// <summary>Hidden units → tag scores: the last layer of the network.</summary>
/// <remarks>
/// Units and weights are 16-bit whole numbers and every sum stays below 2²⁴, so that both paths give the same bits: the scalar one,
/// and the one that multiplies pairs of 16-bit numbers where the machine can (x86 with AVX2). Immutable, thread-safe.
/// </remarks>
internal sealed class TagWeights
{
    private const int Tags = TagScheme.Count;
    private const int Pairs = 2 * Tags; // shorts of two units' weights

    private readonly int _hidden;
    private readonly float[] _weights;   // float[hidden × tags]
    private readonly float[] _bias;      // float[tags]
    private readonly short[] _pairs;     // short[hidden / 2 × tags × 2]
    private readonly int[] _wholeBias;   // int[tags]

    /// <summary>Lays out the weights of a model.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public TagWeights(TaggerModel model)
    {
        _hidden = model.Hidden;
        _weights = model.HiddenToTags;
        _bias = model.TagBias;
        _wholeBias = new int[Tags];
        for (var tag = 0; tag < Tags; tag++)
            _wholeBias[tag] = (int)_bias[tag];
        _pairs = new short[_weights.Length];
        for (var unit = 0; unit < _hidden; unit++)
        {
            for (var tag = 0; tag < Tags; tag++)
                _pairs[(unit / 2 * Pairs) + (2 * tag) + (unit & 1)] = (short)_weights[(unit * Tags) + tag];
        }
    }

    /// <summary>Scores tokens.</summary>
    /// <param name="units">short[tokens × hidden], none negative.</param>
    /// <param name="scores">Receives float[tokens × 32].</param>
    /// <param name="useVectors">Whether to use the vector path where the machine has it.</param>
    public void Multiply(ReadOnlySpan<short> units, Span<float> scores, bool useVectors)
    {
        for (int t = 0, tokens = units.Length / _hidden; t < tokens; t += 2)
        {
            // Two tokens share the loads of the weights; an odd last token is computed twice.
            var other = Math.Min(t + 1, tokens - 1);
            var one = units.Slice(t * _hidden, _hidden);
            var two = units.Slice(other * _hidden, _hidden);
            var oneScores = scores.Slice(t * Tags, Tags);
            var twoScores = scores.Slice(other * Tags, Tags);
            if (useVectors && Avx2.IsSupported)
            {
                MultiplyPairs(one, two, oneScores, twoScores);
                continue;
            }

            MultiplyScalar(one, oneScores);
            MultiplyScalar(two, twoScores);
        }
    }

    private void MultiplyScalar(ReadOnlySpan<short> units, Span<float> scores)
    {
        _bias.CopyTo(scores);
        for (var unit = 0; unit < units.Length; unit++)
        {
            for (var k = 0; k < Tags; k++)
                scores[k] += units[unit] * _weights[(unit * Tags) + k];
        }
    }

    private void MultiplyPairs(ReadOnlySpan<short> units, ReadOnlySpan<short> otherUnits, Span<float> scores, Span<float> otherScores)
    {
        ref var weights = ref MemoryMarshal.GetArrayDataReference(_pairs);
        ref var bias = ref MemoryMarshal.GetArrayDataReference(_wholeBias);
        Vector256<int> ends = Vector256.LoadUnsafe(ref bias), otherEnds = ends;
        Vector256<int> begins = Vector256.LoadUnsafe(ref bias, TagScheme.Begin), otherBegins = begins;
        Vector256<int> insides = Vector256.LoadUnsafe(ref bias, TagScheme.Inside), otherInsides = insides;
        Vector256<int> lasts = Vector256.LoadUnsafe(ref bias, TagScheme.Last), otherLasts = lasts;
        var pairs = MemoryMarshal.Cast<short, int>(units);
        var otherPairs = MemoryMarshal.Cast<short, int>(otherUnits);
        for (var pair = 0; pair < pairs.Length && pair < otherPairs.Length; pair++)
        {
            ref var row = ref Unsafe.Add(ref weights, pair * Pairs);
            var value = Vector256.Create(pairs[pair]).AsInt16();
            var otherValue = Vector256.Create(otherPairs[pair]).AsInt16();
            var weight = Vector256.LoadUnsafe(ref row);
            ends += Avx2.MultiplyAddAdjacent(value, weight);
            otherEnds += Avx2.MultiplyAddAdjacent(otherValue, weight);
            weight = Vector256.LoadUnsafe(ref row, 2 * TagScheme.Begin);
            begins += Avx2.MultiplyAddAdjacent(value, weight);
            otherBegins += Avx2.MultiplyAddAdjacent(otherValue, weight);
            weight = Vector256.LoadUnsafe(ref row, 2 * TagScheme.Inside);
            insides += Avx2.MultiplyAddAdjacent(value, weight);
            otherInsides += Avx2.MultiplyAddAdjacent(otherValue, weight);
            weight = Vector256.LoadUnsafe(ref row, 2 * TagScheme.Last);
            lasts += Avx2.MultiplyAddAdjacent(value, weight);
            otherLasts += Avx2.MultiplyAddAdjacent(otherValue, weight);
        }

        Store(ends, begins, insides, lasts, scores);
        Store(otherEnds, otherBegins, otherInsides, otherLasts, otherScores);
    }

    private static void Store(Vector256<int> ends, Vector256<int> begins, Vector256<int> insides, Vector256<int> lasts, Span<float> scores)
    {
        ref var result = ref MemoryMarshal.GetReference(scores);
        Vector256.ConvertToSingle(ends).StoreUnsafe(ref result);
        Vector256.ConvertToSingle(begins).StoreUnsafe(ref result, TagScheme.Begin);
        Vector256.ConvertToSingle(insides).StoreUnsafe(ref result, TagScheme.Inside);
        Vector256.ConvertToSingle(lasts).StoreUnsafe(ref result, TagScheme.Last);
    }
}
