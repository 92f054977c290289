using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace EntityRes.Trainer.Tagging;

/// <summary>Vector arithmetic of training. All lengths are multiples of 8; sums run in the same order on every machine.</summary>
internal static class Kernels
{
    /// <summary>y += a · x.</summary>
    public static void AddScaled(Span<float> y, ReadOnlySpan<float> x, float a)
    {
        var target = MemoryMarshal.Cast<float, Vector256<float>>(y);
        var source = MemoryMarshal.Cast<float, Vector256<float>>(x);
        var scale = Vector256.Create(a);
        for (var i = 0; i < source.Length && i < target.Length; i++)
            target[i] += scale * source[i];
    }

    /// <summary>y += x.</summary>
    public static void Add(Span<float> y, ReadOnlySpan<float> x)
    {
        var target = MemoryMarshal.Cast<float, Vector256<float>>(y);
        var source = MemoryMarshal.Cast<float, Vector256<float>>(x);
        for (var i = 0; i < source.Length && i < target.Length; i++)
            target[i] += source[i];
    }

    /// <summary>Σ x · y.</summary>
    public static float Dot(ReadOnlySpan<float> x, ReadOnlySpan<float> y)
    {
        var left = MemoryMarshal.Cast<float, Vector256<float>>(x);
        var right = MemoryMarshal.Cast<float, Vector256<float>>(y);
        var sum = Vector256<float>.Zero;
        for (var i = 0; i < left.Length && i < right.Length; i++)
            sum += left[i] * right[i];
        return Vector256.Sum(sum);
    }
}
