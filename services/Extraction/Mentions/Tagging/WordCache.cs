using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Security.Cryptography;
using EntityRes.Text;

namespace EntityRes.Extraction.Mentions.Tagging;

/// <summary>Projections of words by their hash, in one flat array.</summary>
/// <remarks>
/// Bounded: when full it forgets all but the words it started with. Two words with the same 64-bit hash would share a projection; the hash
/// is another in every process.
/// Not thread-safe while words are added; a finished one may be read by many.
/// </remarks>
internal sealed class WordCache
{
    private const int Lanes = 8;
    private const ulong FirstFactor = 0x9E3779B97F4A7C15;
    private const ulong SecondFactor = 0xFF51AFD7ED558CCD;
    private static readonly Vector128<ushort> Numbers = Vector128.Create(0, 1, 2, 3, 4, 5, 6, (ushort)7);

    // Nobody who does not know it can write a word that is taken for another.
    private static readonly ulong Seed = BitConverter.ToUInt64(RandomNumberGenerator.GetBytes(sizeof(ulong)));

    private readonly int _projectionLength;
    private readonly int _capacity;
    private readonly WordCache? _first;
    private CachedWord[] _words; // CachedWord[2^n], open addressing, key 0 = free
    private short[] _projections; // short[words × projection length]

    /// <summary>Makes an empty cache.</summary>
    /// <param name="projectionLength">Shorts a word.</param>
    /// <param name="capacity">Words it holds at most.</param>
    public WordCache(int projectionLength, int capacity)
    {
        _projectionLength = projectionLength;
        _capacity = capacity;
        _words = new CachedWord[512];
        _projections = new short[Rows * projectionLength];
    }

    /// <summary>Makes a cache that starts with a copy of another, in the same slots.</summary>
    /// <param name="first">Holds fewer words than <paramref name="capacity"/>; not changed from now on.</param>
    /// <param name="capacity">Words it holds at most.</param>
    public WordCache(WordCache first, int capacity)
    {
        _projectionLength = first._projectionLength;
        _capacity = capacity;
        _first = first;
        _words = [.. first._words];
        _projections = new short[Rows * _projectionLength];
        first._projections.AsSpan(0, first.Count * _projectionLength).CopyTo(_projections);
        Count = first.Count;
    }

    /// <summary>Words held.</summary>
    public int Count { get; private set; }

    /// <summary>How often words were forgotten: slots of an earlier generation are of no use.</summary>
    public int Generation { get; private set; }

    /// <summary>short[words × projection length].</summary>
    public ReadOnlySpan<short> Projections => _projections;

    /// <summary>The hash of a word, never 0; for this process only.</summary>
    public static ulong KeyOf(string word) => KeyOf(word, new TextSpan(0, word.Length));

    /// <summary>The hash of a word, never 0; for this process only.</summary>
    /// <param name="text">The text.</param>
    /// <param name="span">Where the word is.</param>
    /// <remarks>Eight characters at once, without a branch for their number: nearly all words have no more.</remarks>
    public static ulong KeyOf(string text, TextSpan span)
    {
        ref var characters = ref MemoryMarshal.GetReference(text.AsSpan());
        var hash = Seed ^ ((ulong)span.Length * FirstFactor);
        for (var at = span.Start; ; at += Lanes)
        {
            var length = span.End - at;
            var eight = at + Lanes <= text.Length
                ? Vector128.LoadUnsafe(ref Unsafe.As<char, ushort>(ref characters), (nuint)at)
                : LastOf(text.AsSpan(at));
            eight &= Vector128.LessThan(Numbers, Vector128.Create((ushort)Math.Min(length, Lanes)));
            hash = Mix((hash ^ eight.AsUInt64()[0]) * FirstFactor);
            hash = Mix((hash ^ eight.AsUInt64()[1]) * SecondFactor);
            if (length <= Lanes)
                return hash | 1;
        }
    }

    /// <summary>Asks for the place where a word is looked for.</summary>
    public void PrefetchWord(ulong key) => Prefetch.Line(ref _words[PlaceOf(key)]);

    /// <summary>Asks for the projection in a slot.</summary>
    public void PrefetchProjection(int slot) => Prefetch.Row(ref _projections[slot * _projectionLength], _projectionLength);

    /// <summary>What is held of a word, a null reference when nothing is; valid until the next is added.</summary>
    public ref CachedWord Find(ulong key)
    {
        for (var at = PlaceOf(key); _words[at].Key != 0; at = (at + 1) & (_words.Length - 1))
        {
            if (_words[at].Key == key)
                return ref _words[at];
        }

        return ref Unsafe.NullRef<CachedWord>();
    }

    /// <summary>Adds a word that is not held.</summary>
    /// <param name="key">Its hash.</param>
    /// <param name="word">The word.</param>
    /// <param name="projection">Receives the place to write its projection to, valid until the next call.</param>
    /// <returns>What is held of it, valid until the next call.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public ref CachedWord Add(ulong key, ReadOnlySpan<char> word, out Span<short> projection)
    {
        if (Count == _words.Length / 2)
            Grow();
        var slot = Count++;
        projection = _projections.AsSpan(slot * _projectionLength, _projectionLength);
        return ref Insert(new CachedWord { Key = key, Slot = slot, LowerKey = WordFeatures.LowerKeyOf(word), Case = WordFeatures.CaseOf(word) });
    }

    /// <summary>Forgets everything when there may not be room for so many more words.</summary>
    public void Reserve(int words)
    {
        if (Count + words <= _capacity)
            return;
        Generation++;
        Array.Clear(_words);
        Count = _first?.Count ?? 0;
        if (_first is not null)
            InsertAll(_first._words);
    }

    // Half of the table is kept free, and no more words are held than the capacity.
    private int Rows => Math.Min(_words.Length / 2, _capacity);

    private static ulong Mix(ulong hash) => hash ^ (hash >> 32);

    private static Vector128<ushort> LastOf(ReadOnlySpan<char> rest)
    {
        Span<ushort> eight = stackalloc ushort[Lanes];
        eight.Clear();
        MemoryMarshal.Cast<char, ushort>(rest).CopyTo(eight);
        return Vector128.Create<ushort>(eight);
    }

    private int PlaceOf(ulong key) => (int)(key >> 32) & (_words.Length - 1);

    private void Grow()
    {
        var old = _words;
        _words = new CachedWord[old.Length * 2];
        Array.Resize(ref _projections, Rows * _projectionLength);
        InsertAll(old);
    }

    private void InsertAll(CachedWord[] words)
    {
        foreach (var word in words)
        {
            if (word.Key != 0)
                Insert(word);
        }
    }

    private ref CachedWord Insert(CachedWord word)
    {
        var at = PlaceOf(word.Key);
        while (_words[at].Key != 0)
            at = (at + 1) & (_words.Length - 1);
        _words[at] = word;
        return ref _words[at];
    }
}
