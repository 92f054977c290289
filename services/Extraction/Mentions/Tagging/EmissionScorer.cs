using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace EntityRes.Extraction.Mentions.Tagging;

/// <summary>Word projections and context slots → tag scores of each token of a sentence.</summary>
/// <remarks>
/// All arithmetic is on whole numbers small enough to be exact in single precision, so the vector path and the scalar one give
/// the same bits. O(tokens), no allocation. Thread-safe.
/// </remarks>
internal sealed class EmissionScorer(TaggerModel model, WordCache shared)
{
    private const int Tags = TagScheme.Count;

    private readonly int _hidden = model.Hidden;
    private readonly int _length = TaggerModel.Offsets * model.Hidden;

    /// <summary>Scores one sentence.</summary>
    /// <param name="slots">Slots of its words with <see cref="TaggerModel.Reach"/> boundaries on either side; ~slot for those of <paramref name="own"/>.</param>
    /// <param name="own">Cache of words that the shared one lacks.</param>
    /// <param name="contexts">byte[slots × stride], row-major: values of each context slot.</param>
    /// <param name="stride">Row length of <paramref name="contexts"/>.</param>
    /// <param name="units">Scratch, float[hidden].</param>
    /// <param name="scores">Receives float[tokens × 32].</param>
    /// <param name="useVectors">Whether to use the vector path.</param>
    public void Score(
        ReadOnlySpan<int> slots, WordCache own, ReadOnlySpan<byte> contexts, int stride, Span<float> units, Span<float> scores, bool useVectors)
    {
        var tokens = slots.Length - (2 * TaggerModel.Reach);
        Span<int> places = stackalloc int[ContextFeatures.Slots * TaggerModel.ContextOffsets];
        for (var t = 0; t < tokens; t++)
        {
            var window = slots.Slice(t, TaggerModel.Offsets);
            var count = ContextPlaces(contexts, stride, t, tokens, places);
            if (useVectors)
            {
                FillUnitsVector(window, own.Projections, places[..count], units);
                MultiplyVector(units, scores.Slice(t * Tags, Tags));
            }
            else
            {
                FillUnitsScalar(window, own.Projections, places[..count], units);
                MultiplyScalar(units, scores.Slice(t * Tags, Tags));
            }
        }
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

    private void FillUnitsScalar(ReadOnlySpan<int> window, ReadOnlySpan<short> own, ReadOnlySpan<int> places, Span<float> units)
    {
        for (var unit = 0; unit < _hidden; unit++)
        {
            int sum = model.HiddenBias[unit];
            for (var offset = 0; offset < window.Length; offset++)
            {
                var slot = window[offset];
                var at = (offset * _hidden) + unit;
                sum += slot >= 0 ? shared.Projections[(slot * _length) + at] : own[(~slot * _length) + at];
            }

            foreach (var place in places)
                sum += model.ContextToHidden[place + unit];
            units[unit] = Math.Max(0, sum);
        }
    }

    private void MultiplyScalar(ReadOnlySpan<float> units, Span<float> scores)
    {
        model.TagBias.CopyTo(scores);
        for (var unit = 0; unit < units.Length; unit++)
        {
            for (var k = 0; k < Tags; k++)
                scores[k] += units[unit] * model.HiddenToTags[(unit * Tags) + k];
        }
    }

    private void FillUnitsVector(ReadOnlySpan<int> window, ReadOnlySpan<short> own, ReadOnlySpan<int> places, Span<float> units)
    {
        ref var sharedStart = ref MemoryMarshal.GetReference(shared.Projections);
        ref var ownStart = ref MemoryMarshal.GetReference(own);
        ref var context = ref MemoryMarshal.GetArrayDataReference(model.ContextToHidden);
        ref var bias = ref MemoryMarshal.GetArrayDataReference(model.HiddenBias);
        ref var result = ref MemoryMarshal.GetReference(units);
        for (nuint unit = 0; unit < (nuint)_hidden; unit += (nuint)Vector256<short>.Count)
        {
            var sum = Vector256.LoadUnsafe(ref bias, unit);
            for (var offset = 0; offset < window.Length; offset++)
            {
                var slot = window[offset];
                var at = (nuint)(((slot >= 0 ? slot : ~slot) * _length) + (offset * _hidden)) + unit;
                sum += Vector256.LoadUnsafe(ref slot >= 0 ? ref sharedStart : ref ownStart, at);
            }

            foreach (var place in places)
                sum += Vector256.LoadUnsafe(ref context, (nuint)place + unit);
            var (low, high) = Vector256.Widen(Vector256.Max(sum, Vector256<short>.Zero));
            Vector256.ConvertToSingle(low).StoreUnsafe(ref result, unit);
            Vector256.ConvertToSingle(high).StoreUnsafe(ref result, unit + 8);
        }
    }

    private void MultiplyVector(ReadOnlySpan<float> units, Span<float> scores)
    {
        ref var weights = ref MemoryMarshal.GetArrayDataReference(model.HiddenToTags);
        ref var bias = ref MemoryMarshal.GetArrayDataReference(model.TagBias);
        ref var result = ref MemoryMarshal.GetReference(scores);
        var ends = Vector256.LoadUnsafe(ref bias);
        var begins = Vector256.LoadUnsafe(ref bias, TagScheme.Begin);
        var insides = Vector256.LoadUnsafe(ref bias, TagScheme.Inside);
        var lasts = Vector256.LoadUnsafe(ref bias, TagScheme.Last);
        for (var unit = 0; unit < units.Length; unit++)
        {
            var at = (nuint)(unit * Tags);
            var value = Vector256.Create(units[unit]);
            ends = Vector256.MultiplyAddEstimate(value, Vector256.LoadUnsafe(ref weights, at), ends);
            begins = Vector256.MultiplyAddEstimate(value, Vector256.LoadUnsafe(ref weights, at + TagScheme.Begin), begins);
            insides = Vector256.MultiplyAddEstimate(value, Vector256.LoadUnsafe(ref weights, at + TagScheme.Inside), insides);
            lasts = Vector256.MultiplyAddEstimate(value, Vector256.LoadUnsafe(ref weights, at + TagScheme.Last), lasts);
        }

        ends.StoreUnsafe(ref result);
        begins.StoreUnsafe(ref result, TagScheme.Begin);
        insides.StoreUnsafe(ref result, TagScheme.Inside);
        lasts.StoreUnsafe(ref result, TagScheme.Last);
    }
}
