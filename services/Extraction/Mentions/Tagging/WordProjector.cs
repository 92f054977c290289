using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace EntityRes.Extraction.Mentions.Tagging;

/// <summary>Word → what it adds to the hidden units of the tokens around it: the part of the network that depends on one word only.</summary>
/// <remarks>O(features · dimensions + blocks · dimensions · hidden), no allocation. Thread-safe.</remarks>
internal sealed class WordProjector(TaggerModel model)
{
    /// <summary>Length of a projection: blocks × hidden.</summary>
    public int Length { get; } = TaggerModel.Blocks * model.Hidden;

    /// <summary>Projects a word.</summary>
    /// <param name="word">The characters of a token.</param>
    /// <param name="projection">Receives short[blocks × hidden].</param>
    public void Project(ReadOnlySpan<char> word, Span<short> projection)
    {
        Span<ulong> features = stackalloc ulong[WordFeatures.MaxCount];
        var count = WordFeatures.Extract(word, model.Lexicon, features);
        Project(features[..count], projection);
    }

    /// <summary>Projects the place beyond a sentence's ends.</summary>
    public void ProjectBoundary(Span<short> projection) => Project([WordFeatures.Boundary], projection);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Project(ReadOnlySpan<ulong> features, Span<short> projection)
    {
        var dimensions = model.Features.Dimensions;
        Span<int> sum = stackalloc int[dimensions];
        sum.Clear();
        foreach (var feature in features)
            model.Features.AddTo(sum, feature);
        ref var weights = ref MemoryMarshal.GetArrayDataReference(model.WordToHidden);
        for (var at = 0; at < projection.Length; at += Vector256<short>.Count)
        {
            int offset = at / model.Hidden, unit = at % model.Hidden;
            var row = (nuint)((offset * dimensions * model.Hidden) + unit);
            Vector256<int> low = default, high = default;
            for (var d = 0; d < dimensions; d++)
            {
                var (left, right) = Vector256.Widen(Vector256.LoadUnsafe(ref weights, row + (nuint)(d * model.Hidden)));
                var value = Vector256.Create(sum[d]);
                low += left * value;
                high += right * value;
            }

            var limit = Vector256.Create(TaggerModel.MaxProjection);
            low = Vector256.Min(Vector256.Max(Vector256.ShiftRightArithmetic(low, model.ProjectionShift), -limit), limit);
            high = Vector256.Min(Vector256.Max(Vector256.ShiftRightArithmetic(high, model.ProjectionShift), -limit), limit);
            Vector256.Narrow(low, high).StoreUnsafe(ref MemoryMarshal.GetReference(projection), (nuint)at);
        }
    }
}
