using EntityRes.Extraction.Mentions.Rules;
using EntityRes.Text;

namespace EntityRes.Extraction.Mentions.Tagging;

/// <summary>Projections of words by their hash, in one flat array.</summary>
/// <remarks>
/// Bounded: when full it forgets everything and starts again. Two words with the same 64-bit hash would share a projection.
/// Not thread-safe while words are added; a finished one may be read by many.
/// </remarks>
internal sealed class WordCache
{
    private readonly int _projectionLength;
    private readonly int _capacity;
    private ulong[] _keys; // ulong[2^n], open addressing, 0 = free
    private int[] _slots;
    private short[] _projections; // short[words × projection length]
    private WordCase[] _cases;
    private uint[] _lowerKeys;
    private WordTraits[] _traits; // read when first asked for

    /// <summary>Makes an empty cache.</summary>
    /// <param name="projectionLength">Shorts a word.</param>
    /// <param name="capacity">Words it holds at most.</param>
    public WordCache(int projectionLength, int capacity)
    {
        _projectionLength = projectionLength;
        _capacity = capacity;
        _keys = new ulong[512];
        _slots = new int[512];
        _projections = new short[256 * projectionLength];
        _cases = new WordCase[256];
        _lowerKeys = new uint[256];
        _traits = new WordTraits[256];
    }

    /// <summary>Words held.</summary>
    public int Count { get; private set; }

    /// <summary>short[words × projection length].</summary>
    public ReadOnlySpan<short> Projections => _projections;

    /// <summary>The hash of a word, never 0.</summary>
    public static ulong KeyOf(ReadOnlySpan<char> word) => StableHash.Of(word) | 1;

    /// <summary>How the word in a slot is written.</summary>
    public WordCase CaseOf(int slot) => _cases[slot];

    /// <summary>Key of the lower-case form of the word in a slot.</summary>
    public uint LowerKeyOf(int slot) => _lowerKeys[slot];

    /// <summary>What the rules ask of the word in a slot.</summary>
    /// <param name="slot">Its slot.</param>
    /// <param name="word">The word itself.</param>
    /// <remarks>Readers of a finished cache may read a word at once: they write the same.</remarks>
    public WordTraits TraitsOf(int slot, ReadOnlySpan<char> word)
    {
        var traits = _traits[slot];
        return traits != WordTraits.None ? traits : _traits[slot] = WordTraitReader.Of(word);
    }

    /// <summary>Slot of a word, −1 when it is not held.</summary>
    public int Find(ulong key)
    {
        var mask = _keys.Length - 1;
        for (var at = (int)(key >> 32) & mask; _keys[at] != 0; at = (at + 1) & mask)
        {
            if (_keys[at] == key)
                return _slots[at];
        }

        return -1;
    }

    /// <summary>Adds a word that is not held.</summary>
    /// <param name="key">Its hash.</param>
    /// <param name="word">The word.</param>
    /// <param name="projection">Receives the place to write its projection to, valid until the next call.</param>
    /// <returns>Its slot.</returns>
    public int Add(ulong key, ReadOnlySpan<char> word, out Span<short> projection)
    {
        if (Count == _cases.Length)
            Grow();
        Insert(key, Count);
        _cases[Count] = WordFeatures.CaseOf(word);
        _lowerKeys[Count] = WordFeatures.LowerKeyOf(word);
        _traits[Count] = WordTraits.None;
        projection = _projections.AsSpan(Count * _projectionLength, _projectionLength);
        return Count++;
    }

    /// <summary>Forgets everything when there may not be room for so many more words.</summary>
    public void Reserve(int words)
    {
        if (Count + words <= _capacity)
            return;
        Array.Clear(_keys);
        Count = 0;
    }

    private void Grow()
    {
        var old = _keys;
        var oldSlots = _slots;
        Array.Resize(ref _projections, _projections.Length * 2);
        Array.Resize(ref _cases, _cases.Length * 2);
        Array.Resize(ref _lowerKeys, _lowerKeys.Length * 2);
        Array.Resize(ref _traits, _traits.Length * 2);
        _keys = new ulong[old.Length * 2];
        _slots = new int[old.Length * 2];
        for (var i = 0; i < old.Length; i++)
        {
            if (old[i] != 0)
                Insert(old[i], oldSlots[i]);
        }
    }

    private void Insert(ulong key, int slot)
    {
        var mask = _keys.Length - 1;
        var at = (int)(key >> 32) & mask;
        while (_keys[at] != 0)
            at = (at + 1) & mask;
        _keys[at] = key;
        _slots[at] = slot;
    }
}
