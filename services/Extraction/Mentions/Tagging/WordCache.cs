using System.Runtime.CompilerServices;
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
    private Entry[] _entries; // Entry[2^n], open addressing, key 0 = free
    private short[] _projections; // short[words × projection length]
    private CachedWord[] _words;

    private struct Entry
    {
        public ulong Key;
        public int Slot;
    }

    /// <summary>Makes an empty cache.</summary>
    /// <param name="projectionLength">Shorts a word.</param>
    /// <param name="capacity">Words it holds at most.</param>
    public WordCache(int projectionLength, int capacity)
    {
        _projectionLength = projectionLength;
        _capacity = capacity;
        _entries = new Entry[512];
        _projections = new short[256 * projectionLength];
        _words = new CachedWord[256];
    }

    /// <summary>Words held.</summary>
    public int Count { get; private set; }

    /// <summary>short[words × projection length].</summary>
    public ReadOnlySpan<short> Projections => _projections;

    /// <summary>The hash of a word, never 0.</summary>
    public static ulong KeyOf(ReadOnlySpan<char> word) => StableHash.Of(word) | 1;

    /// <summary>The word in a slot; valid until the next is added.</summary>
    public ref CachedWord this[int slot] => ref _words[slot];

    /// <summary>Asks for the place where a word is looked for.</summary>
    public void PrefetchEntry(ulong key) => Prefetch.Line(ref _entries[(int)(key >> 32) & (_entries.Length - 1)]);

    /// <summary>Asks for what is held in a slot.</summary>
    public void PrefetchSlot(int slot)
    {
        Prefetch.Line(ref _words[slot]);
        Prefetch.Row(ref _projections[slot * _projectionLength], _projectionLength);
    }

    /// <summary>Slot of a word, −1 when it is not held.</summary>
    public int Find(ulong key)
    {
        var entries = _entries;
        var mask = entries.Length - 1;
        for (var at = (int)(key >> 32) & mask; entries[at].Key != 0; at = (at + 1) & mask)
        {
            if (entries[at].Key == key)
                return entries[at].Slot;
        }

        return -1;
    }

    /// <summary>Adds a word that is not held.</summary>
    /// <param name="key">Its hash.</param>
    /// <param name="word">The word.</param>
    /// <param name="projection">Receives the place to write its projection to, valid until the next call.</param>
    /// <returns>Its slot.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int Add(ulong key, ReadOnlySpan<char> word, out Span<short> projection)
    {
        if (Count == _words.Length)
            Grow();
        Insert(new Entry { Key = key, Slot = Count });
        _words[Count] = new CachedWord { LowerKey = WordFeatures.LowerKeyOf(word), Case = WordFeatures.CaseOf(word) };
        projection = _projections.AsSpan(Count * _projectionLength, _projectionLength);
        return Count++;
    }

    /// <summary>Forgets everything when there may not be room for so many more words.</summary>
    public void Reserve(int words)
    {
        if (Count + words <= _capacity)
            return;
        Array.Clear(_entries);
        Count = 0;
    }

    private void Grow()
    {
        var old = _entries;
        Array.Resize(ref _projections, _projections.Length * 2);
        Array.Resize(ref _words, _words.Length * 2);
        _entries = new Entry[old.Length * 2];
        foreach (var entry in old)
        {
            if (entry.Key != 0)
                Insert(entry);
        }
    }

    private void Insert(Entry entry)
    {
        var mask = _entries.Length - 1;
        var at = (int)(entry.Key >> 32) & mask;
        while (_entries[at].Key != 0)
            at = (at + 1) & mask;
        _entries[at] = entry;
    }
}
