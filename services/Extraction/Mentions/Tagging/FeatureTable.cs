using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace EntityRes.Extraction.Mentions.Tagging;

/// <summary>Feature hash → its vector of 8-bit weights. Immutable, thread-safe.</summary>
internal sealed class FeatureTable
{
    private struct Entry
    {
        public uint Key;
        public int Row;
    }

    private readonly Entry[] _entries; // Entry[2^n], open addressing, key 0 = free
    private readonly int _mask;
    private readonly ReadOnlyMemory<byte> _weights; // sbyte[rows × dimensions]: the model file's own bytes

    /// <summary>Builds the table.</summary>
    /// <param name="keys">Keys made by <see cref="KeyOf"/>, one a row.</param>
    /// <param name="weights">sbyte[rows × dimensions], as bytes.</param>
    /// <param name="dimensions">Length of a row.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public FeatureTable(ReadOnlySpan<uint> keys, ReadOnlyMemory<byte> weights, int dimensions)
    {
        _weights = weights;
        Dimensions = dimensions;
        var size = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Math.Max(2, keys.Length * 2));
        _entries = new Entry[size];
        _mask = size - 1;
        for (var row = 0; row < keys.Length; row++)
        {
            var slot = (int)keys[row] & _mask;
            while (_entries[slot].Key != 0)
                slot = (slot + 1) & _mask;
            _entries[slot] = new Entry { Key = keys[row], Row = row };
        }
    }

    /// <summary>Length of a row, a multiple of 8.</summary>
    public int Dimensions { get; }

    /// <summary>The key of a feature hash, never 0.</summary>
    public static uint KeyOf(ulong hash) => (uint)(hash >> 32) | 1;

    /// <summary>Sums the vectors of features; those that have none add nothing.</summary>
    /// <param name="features">At most <see cref="WordFeatures.MaxCount"/> feature hashes.</param>
    /// <param name="sum">Receives short[dimensions].</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Sum(ReadOnlySpan<ulong> features, Span<short> sum)
    {
        // Three rounds, so that the waits for memory fall together: places, rows, sums.
        foreach (var feature in features)
            Prefetch.Line(ref _entries[(int)KeyOf(feature) & _mask]);
        Span<int> rows = stackalloc int[WordFeatures.MaxCount];
        ref var weights = ref MemoryMarshal.GetReference(_weights.Span);
        var count = 0;
        foreach (var feature in features)
        {
            if (RowOf(KeyOf(feature)) is not (>= 0 and var row))
                continue;
            rows[count++] = row * Dimensions;
            Prefetch.Row(ref Unsafe.Add(ref weights, row * Dimensions), Dimensions);
        }

        sum = sum[..Dimensions];
        sum.Clear();
        ref var sums = ref MemoryMarshal.GetReference(sum);
        foreach (var row in rows[..count])
        {
            for (nuint d = 0; d < (nuint)sum.Length; d += (nuint)Vector128<short>.Count)
            {
                var eight = Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref weights, (nuint)row + d));
                (Vector128.LoadUnsafe(ref sums, d) + Vector128.WidenLower(Vector128.CreateScalarUnsafe(eight).AsSByte())).StoreUnsafe(ref sums, d);
            }
        }
    }

    private int RowOf(uint key)
    {
        for (var slot = (int)key & _mask; _entries[slot].Key != 0; slot = (slot + 1) & _mask)
        {
            if (_entries[slot].Key == key)
                return _entries[slot].Row;
        }

        return -1;
    }
}
