using System.Runtime.CompilerServices;
using EntityRes.Text;

namespace EntityRes.Extraction.Mentions.Tagging;

/// <summary>Hash of the lower-case word → <see cref="WordEntry"/>. Immutable, thread-safe.</summary>
internal sealed class WordLexicon
{
    private readonly uint[] _keys; // uint[2^n], open addressing, 0 = free
    private readonly WordEntry[] _entries;
    private readonly int _mask;

    /// <summary>Builds the table.</summary>
    /// <param name="keys">Keys made by <see cref="KeyOf"/>, distinct.</param>
    /// <param name="entries">The entry of each key.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public WordLexicon(ReadOnlySpan<uint> keys, ReadOnlySpan<WordEntry> entries)
    {
        var size = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Math.Max(2, keys.Length * 2));
        _keys = new uint[size];
        _entries = new WordEntry[size];
        _mask = size - 1;
        for (var i = 0; i < keys.Length; i++)
        {
            var slot = (int)keys[i] & _mask;
            while (_keys[slot] != 0)
                slot = (slot + 1) & _mask;
            _keys[slot] = keys[i];
            _entries[slot] = entries[i];
        }
    }

    /// <summary>The key of a lower-case word, never 0.</summary>
    public static uint KeyOf(ReadOnlySpan<char> lower) => (uint)StableHash.Of(lower, 1) | 1;

    /// <summary>The entry of a key; the default entry when there is none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public WordEntry Find(uint key)
    {
        for (var slot = (int)key & _mask; _keys[slot] != 0; slot = (slot + 1) & _mask)
        {
            if (_keys[slot] == key)
                return _entries[slot];
        }

        return default;
    }
}
