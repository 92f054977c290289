using EntityRes.Resolution.Candidates;

namespace EntityRes.Resolution.Catalogue;

/// <summary>Buffers of one search at a time; rent one a thread and use it again.</summary>
public sealed class SpellingScratch
{
    /// <summary>Words of the longest key that is searched with typing errors.</summary>
    internal const int MostWords = 16;

    /// <summary>The query's words, as ranges of the query.</summary>
    internal (int Start, int Length)[] Words { get; } = new (int, int)[MostWords];

    /// <summary>Words alike to each word of the query; filled when first asked for.</summary>
    internal List<(uint Word, int Edits)>[] Alike { get; } = [.. Enumerable.Range(0, MostWords).Select(_ => new List<(uint, int)>())];

    /// <summary>Whether an entry of <see cref="Alike"/> is filled.</summary>
    internal bool[] IsFilled { get; } = new bool[MostWords];

    /// <summary>Places of the words that share a deletion with a word.</summary>
    internal List<uint> Candidates { get; } = [];

    /// <summary>Hashes of the deletions of a word.</summary>
    internal ulong[] Hashes { get; } = new ulong[WordDeletions.Most];

    /// <summary>Measures words against a word of the query.</summary>
    internal WordDistance Distance { get; } = new();

    /// <summary>Receives the hashes of the keys found, each once, with their edits.</summary>
    internal List<(ulong Hash, int Edits)> Found { get; } = [];

    /// <summary>A variant of the query.</summary>
    internal char[] Variant { get; } = new char[512];

    private const int SeenPlaces = 1 << 13;

    private readonly uint[] _seen = new uint[SeenPlaces]; // place of a word + 1; 0 = free
    private int _seenCount;

    /// <summary>Makes every word new.</summary>
    internal void ForgetWords()
    {
        if (_seenCount > 0)
            Array.Clear(_seen);
        _seenCount = 0;
    }

    /// <summary>Whether a word is met for the first time; when very many were met, it may seem so again.</summary>
    internal bool IsNewWord(uint place)
    {
        if (_seenCount >= SeenPlaces / 2)
            return true;
        for (var i = (place * 0x9E3779B1u) >> 19; ; i = (i + 1) & (SeenPlaces - 1))
        {
            if (_seen[i] == place + 1)
                return false;
            if (_seen[i] != 0)
                continue;
            _seen[i] = place + 1;
            _seenCount++;
            return true;
        }
    }
}
