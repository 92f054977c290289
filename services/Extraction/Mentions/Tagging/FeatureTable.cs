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

    /// <summary>Adds the feature's vector, if it has one, to a sum.</summary>
    /// <param name="sum">short[dimensions]; room for the vectors of 256 features.</param>
    /// <param name="hash">The feature.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void AddTo(Span<short> sum, ulong hash)
    {
        var key = KeyOf(hash);
        for (var slot = (int)key & _mask; _entries[slot].Key != 0; slot = (slot + 1) & _mask)
        {
            if (_entries[slot].Key != key)
                continue;
            ref var row = ref MemoryMarshal.GetReference(_weights.Span.Slice(_entries[slot].Row * Dimensions, Dimensions));
            ref var sums = ref MemoryMarshal.GetReference(sum[..Dimensions]);
            for (nuint d = 0; d < (nuint)Dimensions; d += (nuint)Vector128<short>.Count)
            {
                var weights = Vector128.WidenLower(Vector128.CreateScalarUnsafe(Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref row, d))).AsSByte());
                (Vector128.LoadUnsafe(ref sums, d) + weights).StoreUnsafe(ref sums, d);
            }

            return;
        }
    }
}
