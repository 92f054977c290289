using System.Runtime.CompilerServices;
using EntityRes.Text;

namespace EntityRes.Extraction.Mentions.Tagging;

/// <summary>Names of several words, compiled: which word sequences are a known place, organisation or person.</summary>
/// <remarks>
/// A hash table of the names' beginnings. Two sequences with the same 32-bit hash would share an entry, which at worst gives the
/// network a wrong hint. Immutable, thread-safe.
/// </remarks>
internal sealed class PhraseTable
{
    /// <summary>Flag of an entry: longer names begin like this.</summary>
    public const byte Continues = 0x80;

    /// <summary>Longer names are not looked for.</summary>
    public const int MaxWords = 8;

    private readonly uint[] _keys; // open addressing, 0 = free
    private readonly byte[] _values;
    private readonly int _mask;

    /// <summary>Builds the table.</summary>
    /// <param name="keys">Hashes of word sequences, made by <see cref="Extend"/>, distinct.</param>
    /// <param name="values">Of each: <see cref="Continues"/> and the list, 1-based, of the name that ends here.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public PhraseTable(ReadOnlySpan<uint> keys, ReadOnlySpan<byte> values)
    {
        var size = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Math.Max(2, keys.Length * 2));
        _keys = new uint[size];
        _values = new byte[size];
        _mask = size - 1;
        for (var i = 0; i < keys.Length; i++)
        {
            var slot = (int)(keys[i] >> 4) & _mask;
            while (_keys[slot] != 0)
                slot = (slot + 1) & _mask;
            _keys[slot] = keys[i];
            _values[slot] = values[i];
        }
    }

    /// <summary>The hash of a sequence with one more word.</summary>
    /// <param name="sequence">Hash so far, 0 at the start.</param>
    /// <param name="wordKey">Key of the lower-case word.</param>
    public static uint Extend(uint sequence, uint wordKey) => (uint)(StableHash.Combine(sequence, wordKey) >> 16) | 1;

    /// <summary>Asks for the place of the names that begin with a word.</summary>
    public void PrefetchStart(uint wordKey)
    {
        var slot = (int)(Extend(0, wordKey) >> 4) & _mask;
        Prefetch.Line(ref _keys[slot]);
        Prefetch.Line(ref _values[slot]);
    }

    /// <summary>Fills the phrase slot of a sentence: the longest names from left to right.</summary>
    /// <param name="keys">Keys of the lower-case words.</param>
    /// <param name="mayStart">Whether a name may start at a token: it is not in lower case.</param>
    /// <param name="values">Receives a context value a token: 1 + (list − 1) · 4 + place, 0 outside names.</param>
    public void Fill(ReadOnlySpan<uint> keys, ReadOnlySpan<WordCase> mayStart, Span<byte> values)
    {
        values.Clear();
        for (var first = 0; first < keys.Length; first++)
        {
            if (mayStart[first] is WordCase.Lower or WordCase.None)
                continue;
            var end = LongestAt(keys[first..Math.Min(keys.Length, first + MaxWords)], out var list);
            if (end == 0)
                continue;
            var value = (byte)(1 + ((list - 1) * 4));
            values.Slice(first, end).Fill((byte)(value + 1));
            values[first] = value;
            values[first + end - 1] = (byte)(value + 2);
            first += end - 1;
        }
    }

    private int LongestAt(ReadOnlySpan<uint> keys, out int list)
    {
        list = 0;
        var longest = 0;
        var sequence = 0u;
        for (var i = 0; i < keys.Length; i++)
        {
            sequence = Extend(sequence, keys[i]);
            var value = Find(sequence);
            if ((value & ~Continues) != 0)
                (longest, list) = (i + 1, value & ~Continues);
            if ((value & Continues) == 0)
                break;
        }

        return longest;
    }

    private byte Find(uint key)
    {
        for (var slot = (int)(key >> 4) & _mask; _keys[slot] != 0; slot = (slot + 1) & _mask)
        {
            if (_keys[slot] == key)
                return _values[slot];
        }

        return 0;
    }
}
