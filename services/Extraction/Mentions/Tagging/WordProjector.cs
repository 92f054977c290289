using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace EntityRes.Extraction.Mentions.Tagging;

/// <summary>Word → what it adds to the hidden units of the tokens around it: the part of the network that depends on one word only.</summary>
/// <remarks>O(features · dimensions + blocks · dimensions · hidden), no allocation. Thread-safe.</remarks>
internal sealed class WordProjector(TaggerModel model)
{
    private readonly short[] _pairs = InPairs(model); // short[blocks × dimensions / 2 × hidden × 2]

    /// <summary>Length of a projection: blocks × hidden.</summary>
    public int Length { get; } = TaggerModel.Blocks * model.Hidden;

    /// <summary>Projects a word.</summary>
    /// <param name="word">The characters of a token.</param>
    /// <param name="projection">Receives short[blocks × hidden].</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
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
        Span<short> sum = stackalloc short[model.Features.Dimensions];
        model.Features.Sum(features, sum);
        if (Avx2.IsSupported)
            MultiplyPairs(sum, projection);
        else
            Multiply(sum, projection);
    }

    private void Multiply(ReadOnlySpan<short> sum, Span<short> projection)
    {
        ref var weights = ref MemoryMarshal.GetArrayDataReference(model.WordToHidden);
        for (var at = 0; at < projection.Length; at += Vector256<short>.Count)
        {
            int offset = at / model.Hidden, unit = at % model.Hidden;
            var row = (nuint)((offset * sum.Length * model.Hidden) + unit);
            Vector256<int> low = default, high = default;
            for (var d = 0; d < sum.Length; d++)
            {
                var (left, right) = Vector256.Widen(Vector256.LoadUnsafe(ref weights, row + (nuint)(d * model.Hidden)));
                var value = Vector256.Create((int)sum[d]);
                low += left * value;
                high += right * value;
            }

            Store(low, high, projection[at..]);
        }
    }

    // The same, two dimensions at once.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void MultiplyPairs(ReadOnlySpan<short> sum, Span<short> projection)
    {
        ref var weights = ref MemoryMarshal.GetArrayDataReference(_pairs);
        var values = MemoryMarshal.Cast<short, int>(sum);
        for (var at = 0; at < projection.Length; at += Vector256<short>.Count)
        {
            int offset = at / model.Hidden, unit = at % model.Hidden;
            ref var row = ref Unsafe.Add(ref weights, (offset * sum.Length * model.Hidden) + (2 * unit));
            Vector256<int> low = default, high = default;
            for (var pair = 0; pair < values.Length; pair++)
            {
                var value = Vector256.Create(values[pair]).AsInt16();
                low += Avx2.MultiplyAddAdjacent(value, Vector256.LoadUnsafe(ref row, (nuint)(2 * pair * model.Hidden)));
                high += Avx2.MultiplyAddAdjacent(value, Vector256.LoadUnsafe(ref row, (nuint)(2 * pair * model.Hidden) + 16));
            }

            Store(low, high, projection[at..]);
        }
    }

    private void Store(Vector256<int> low, Vector256<int> high, Span<short> projection)
    {
        var limit = Vector256.Create(TaggerModel.MaxProjection);
        low = Vector256.Min(Vector256.Max(Vector256.ShiftRightArithmetic(low, model.ProjectionShift), -limit), limit);
        high = Vector256.Min(Vector256.Max(Vector256.ShiftRightArithmetic(high, model.ProjectionShift), -limit), limit);
        Vector256.Narrow(low, high).StoreUnsafe(ref MemoryMarshal.GetReference(projection));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static short[] InPairs(TaggerModel model)
    {
        var pairs = new short[model.WordToHidden.Length];
        var hidden = model.Hidden;
        for (var row = 0; row < pairs.Length / hidden; row++)
        {
            for (var unit = 0; unit < hidden; unit++)
                pairs[(row / 2 * 2 * hidden) + (2 * unit) + (row & 1)] = model.WordToHidden[(row * hidden) + unit];
        }

        return pairs;
    }
}
