using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace EntityRes.Extraction.Mentions.Tagging;

/// <summary>Word projections and context slots → tag scores of each token of a sentence.</summary>
/// <remarks>
/// All arithmetic is on whole numbers small enough to be exact in single precision, so the vector path and the scalar one give
/// the same bits. O(tokens), no allocation. Thread-safe.
/// </remarks>
internal sealed class EmissionScorer(TaggerModel model)
{
    private readonly int _hidden = model.Hidden;
    private readonly int _length = TaggerModel.Blocks * model.Hidden;
    private readonly TagWeights _weights = new(model);

    /// <summary>Scores one sentence.</summary>
    /// <param name="slots">Slots of its words with <see cref="TaggerModel.Reach"/> boundaries on either side.</param>
    /// <param name="words">The cache that the slots are of.</param>
    /// <param name="contexts">byte[slots × stride], row-major: values of each context slot.</param>
    /// <param name="stride">Row length of <paramref name="contexts"/>.</param>
    /// <param name="passage">What all tokens share, short[hidden]: made by <see cref="FillPassage"/>.</param>
    /// <param name="units">Scratch, short[tokens × hidden].</param>
    /// <param name="scores">Receives float[tokens × 32].</param>
    /// <param name="useVectors">Whether to use the vector path.</param>
    public void Score(
        ReadOnlySpan<int> slots, WordCache words, ReadOnlySpan<byte> contexts, int stride, ReadOnlySpan<short> passage, Span<short> units,
        Span<float> scores, bool useVectors)
    {
        var tokens = slots.Length - (2 * TaggerModel.Reach);
        Span<int> places = stackalloc int[ContextFeatures.Slots * TaggerModel.ContextOffsets];
        for (var t = 0; t < tokens; t++)
        {
            var window = slots.Slice(t, TaggerModel.Offsets);
            var count = ContextPlaces(contexts, stride, t, tokens, places);
            if (useVectors)
                FillUnitsVector(window, words.Projections, passage, places[..count], units.Slice(t * _hidden, _hidden));
            else
                FillUnitsScalar(window, words.Projections, passage, places[..count], units.Slice(t * _hidden, _hidden));
        }

        _weights.Multiply(units[..(tokens * _hidden)], scores, useVectors);
    }

    /// <summary>Bias plus the mean of the passage blocks of its words.</summary>
    /// <param name="slots">Slots of all words of the passage, at least one.</param>
    /// <param name="words">The cache that the slots are of.</param>
    /// <param name="sums">Scratch, int[hidden].</param>
    /// <param name="passage">Receives short[hidden].</param>
    public void FillPassage(ReadOnlySpan<int> slots, WordCache words, Span<int> sums, Span<short> passage)
    {
        ref var start = ref MemoryMarshal.GetReference(words.Projections);
        for (var unit = 0; unit < _hidden; unit += Vector256<short>.Count)
        {
            Vector256<int> low = default, high = default;
            foreach (var slot in slots)
            {
                var (left, right) = Vector256.Widen(Vector256.LoadUnsafe(ref Block(slot, TaggerModel.Offsets, ref start), (nuint)unit));
                low += left;
                high += right;
            }

            low.StoreUnsafe(ref sums[unit]);
            high.StoreUnsafe(ref sums[unit + Vector256<int>.Count]);
        }

        for (var unit = 0; unit < passage.Length; unit++)
            passage[unit] = (short)(model.HiddenBias[unit] + (sums[unit] / slots.Length));
    }

    private int ContextPlaces(ReadOnlySpan<byte> contexts, int stride, int token, int tokens, Span<int> places)
    {
        var count = 0;
        for (var slot = 0; slot < ContextFeatures.Slots; slot++)
        {
            for (var offset = 0; offset < TaggerModel.ContextOffsets; offset++)
            {
                var at = token + offset - 1;
                if ((uint)at >= (uint)tokens || contexts[(slot * stride) + at] is var value && value == 0)
                    continue;
                places[count++] = ((((slot * TaggerModel.ContextOffsets) + offset) * ContextFeatures.Values) + value) * _hidden;
            }
        }

        return count;
    }

    private void FillUnitsScalar(
        ReadOnlySpan<int> window, ReadOnlySpan<short> projections, ReadOnlySpan<short> passage, ReadOnlySpan<int> places, Span<short> units)
    {
        for (var unit = 0; unit < _hidden; unit++)
        {
            int sum = passage[unit];
            for (var offset = 0; offset < window.Length; offset++)
                sum += projections[(window[offset] * _length) + (offset * _hidden) + unit];
            foreach (var place in places)
                sum += model.ContextToHidden[place + unit];
            units[unit] = (short)Math.Max(0, sum);
        }
    }

    private void FillUnitsVector(
        ReadOnlySpan<int> window, ReadOnlySpan<short> projections, ReadOnlySpan<short> passage, ReadOnlySpan<int> places, Span<short> units)
    {
        ref var start = ref MemoryMarshal.GetReference(projections);
        ref var first = ref Block(window[0], 0, ref start);
        ref var second = ref Block(window[1], 1, ref start);
        ref var third = ref Block(window[2], 2, ref start);
        ref var fourth = ref Block(window[3], 3, ref start);
        ref var fifth = ref Block(window[4], 4, ref start);
        ref var context = ref MemoryMarshal.GetArrayDataReference(model.ContextToHidden);
        ref var common = ref MemoryMarshal.GetReference(passage);
        ref var result = ref MemoryMarshal.GetReference(units);
        for (nuint unit = 0; unit < (nuint)_hidden; unit += (nuint)Vector256<short>.Count)
        {
            var sum = Vector256.LoadUnsafe(ref common, unit) + Vector256.LoadUnsafe(ref first, unit) + Vector256.LoadUnsafe(ref second, unit)
                + Vector256.LoadUnsafe(ref third, unit) + Vector256.LoadUnsafe(ref fourth, unit) + Vector256.LoadUnsafe(ref fifth, unit);
            foreach (var place in places)
                sum += Vector256.LoadUnsafe(ref context, (nuint)place + unit);
            Vector256.Max(sum, Vector256<short>.Zero).StoreUnsafe(ref result, unit);
        }
    }

    private ref short Block(int slot, int offset, ref short start) => ref Unsafe.Add(ref start, (slot * _length) + (offset * _hidden));
}
