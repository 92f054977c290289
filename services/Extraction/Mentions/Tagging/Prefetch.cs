using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace EntityRes.Extraction.Mentions.Tagging;

/// <summary>Asks the machine for memory that is about to be read, so that many waits become one; does nothing where it cannot.</summary>
internal static class Prefetch
{
    private const int LineBytes = 64;

    /// <summary>Asks for the line that holds a value.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe void Line<T>(ref T value)
    {
        if (Sse.IsSupported)
            Sse.Prefetch0(Unsafe.AsPointer(ref value));
    }

    /// <summary>Asks for all lines of a row.</summary>
    /// <param name="first">The first value of the row.</param>
    /// <param name="length">Its length, at least one.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe void Row<T>(ref T first, int length)
    {
        if (!Sse.IsSupported)
            return;
        var last = length * Unsafe.SizeOf<T>() - 1;
        for (var at = 0; at < last; at += LineBytes)
            Sse.Prefetch0(Unsafe.AsPointer(ref Unsafe.AddByteOffset(ref first, at)));
        Sse.Prefetch0(Unsafe.AsPointer(ref Unsafe.AddByteOffset(ref first, last)));
    }
}
