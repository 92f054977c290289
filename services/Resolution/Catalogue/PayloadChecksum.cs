using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using EntityRes.Text;

namespace EntityRes.Resolution.Catalogue;

/// <summary>Checksum of a stream of bytes: finds damage, not malice. Pieces must be multiples of eight bytes.</summary>
internal struct PayloadChecksum
{
    private const ulong Multiplier = 0x9E3779B185EBCA87;

    private ulong _state;

    /// <summary>Adds a piece.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)] // runs once, at start, over megabytes
    internal void Add(ReadOnlySpan<byte> piece)
    {
        var state = _state;
        foreach (var word in MemoryMarshal.Cast<byte, ulong>(piece))
            state = BitOperations.RotateLeft((state ^ word) * Multiplier, 29);
        _state = state;
    }

    /// <summary>The checksum of what was added.</summary>
    internal readonly ulong Value => StableHash.Combine(_state, Multiplier);
}
