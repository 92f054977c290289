using System.Runtime.InteropServices;
using EntityRes.Text;

namespace EntityRes.Resolution.Catalogue;

/// <summary>Alias keys with typing errors → the keys that were meant. Immutable and thread-safe.</summary>
/// <remarks>
/// Works word by word: for each word of the query, the words of the catalogue a few edits away come from an index of deletions;
/// combinations are walked from the first word on and given up as soon as no key begins with them. At most two edits in all; a
/// word of up to three letters takes at most one; a blank too many or too few is one edit, and a blank too few takes the only one.
/// Some tens of microseconds at a million words, no allocation once the scratch has grown.
/// </remarks>
public sealed class SpellingIndex
{
    private const int LongestKey = 400;   // UTF-16 code units
    private const int MostEdits = 2;
    private const int GroupLength = 16;

    private readonly AliasIndex _names;
    private readonly MappedSection _words;      // length and characters of each word
    private readonly MappedSection _directory;  // uint[buckets + 1]
    private readonly MappedSection _deletions;  // uint[]: bits of the hash, length, place of the word
    private readonly MappedSection _beginnings;
    private readonly int _placeBits;

    internal SpellingIndex(CatalogueFile file, AliasIndex names)
    {
        _names = names;
        _words = file[Section.Words];
        _directory = file[Section.DeletionDirectory];
        _deletions = file[Section.Deletions];
        _beginnings = file[Section.Beginnings];
        _placeBits = CatalogueFormat.PlaceBits(_words.Length);
    }

    /// <summary>Finds the entities whose alias key is at most a number of edits away from a key.</summary>
    /// <param name="key">An alias key.</param>
    /// <param name="edits">How many, 0–2.</param>
    /// <param name="scratch">Buffers.</param>
    /// <param name="found">Receives the entities with their edits, the key itself included; cleared first. One may come more than once.</param>
    public void Find(ReadOnlySpan<char> key, int edits, SpellingScratch scratch, List<(int Entity, int Edits)> found)
    {
        ArgumentNullException.ThrowIfNull(scratch);
        ArgumentNullException.ThrowIfNull(found);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(edits, MostEdits);
        found.Clear();
        scratch.Found.Clear();
        if (key.Length is 0 or > LongestKey)
            return;
        Search(key, edits, spent: 0, scratch);
        if (edits > 0)
            SearchJoinedAndParted(key, edits, scratch);
        foreach (var (hash, spent) in scratch.Found)
        {
            foreach (var entity in _names.FindHash(hash))
                found.Add((entity, spent));
        }
    }

    /// <summary>Edits that a word of the index takes.</summary>
    internal static int EditsOf(int wordLength, int edits) =>
        wordLength <= CatalogueFormat.LongestShortWord ? Math.Min(1, edits) : edits;

    private void Search(ReadOnlySpan<char> key, int edits, int spent, SpellingScratch scratch)
    {
        var words = 0;
        for (var start = 0; start <= key.Length; words++)
        {
            if (words == SpellingScratch.MostWords)
                return;
            var length = key[start..].IndexOf(' ');
            if (length < 0)
                length = key.Length - start;
            scratch.Words[words] = (start, length);
            scratch.IsFilled[words] = false;
            start += length + 1;
        }

        Walk(key, words, word: 0, StableHash.Begin(), edits, spent, scratch);
    }

    private void Walk(ReadOnlySpan<char> key, int words, int word, ulong state, int edits, int spent, SpellingScratch scratch)
    {
        var (start, length) = scratch.Words[word];
        var written = key.Slice(start, length);
        Step(key, words, word, StableHash.Continue(state, written), edits, spent, scratch);
        if (edits == 0)
            return;
        var alike = scratch.Alike[word];
        if (!scratch.IsFilled[word])
        {
            // The unchanged words before it are tried first, so nobody comes here with more edits later.
            FillAlike(written, EditsOf(length, edits), scratch, alike);
            scratch.IsFilled[word] = true;
        }

        for (var i = 0; i < alike.Count; i++)
        {
            var (other, distance) = alike[i];
            if (distance <= edits)
                Step(key, words, word, StableHash.Continue(state, WordAt(other)), edits - distance, spent + distance, scratch);
        }
    }

    private void Step(ReadOnlySpan<char> key, int words, int word, ulong state, int edits, int spent, SpellingScratch scratch)
    {
        if (word == words - 1)
        {
            var hash = StableHash.End(state);
            if (Beginnings.MayHold(_beginnings, hash) && _names.HasHash(hash))
                Add(hash, spent, scratch);
        }
        else if (Beginnings.MayHold(_beginnings, StableHash.End(state)))
        {
            Walk(key, words, word + 1, StableHash.Continue(state, " "), edits, spent, scratch);
        }
    }

    private void FillAlike(ReadOnlySpan<char> word, int edits, SpellingScratch scratch, List<(uint Word, int Edits)> alike)
    {
        alike.Clear();
        var buckets = _directory.CountOf<uint>() - 1;
        if (buckets <= 0 || !scratch.Distance.TrySet(word))
            return;
        scratch.ForgetWords();
        scratch.Candidates.Clear();
        foreach (var hash in scratch.Hashes.AsSpan(0, WordDeletions.Write(word, edits, scratch.Hashes)))
        {
            var bucket = CatalogueFormat.Home(hash, buckets);
            var first = _directory.Record<uint>(bucket);
            var entries = _deletions.Records<uint>((long)first * sizeof(uint), (int)(_directory.Record<uint>(bucket + 1) - first));
            var check = CatalogueFormat.Deletion(hash, 0, 0, _placeBits) >> (_placeBits + CatalogueFormat.LengthBits);
            foreach (var entry in entries)
            {
                // Lengths differ by at most the edits; they are known modulo 16.
                var difference = ((entry >> _placeBits) - (uint)word.Length + (uint)edits) & 15;
                var place = entry & ((1u << _placeBits) - 1);
                if (entry >> (_placeBits + CatalogueFormat.LengthBits) == check && difference <= 2 * edits && scratch.IsNewWord(place))
                    scratch.Candidates.Add(place);
            }
        }

        Measure(word.Length, edits, scratch, alike);
    }

    // The lengths of a group are read before its letters are compared: the cache misses of the group then overlap.
    private void Measure(int length, int edits, SpellingScratch scratch, List<(uint Word, int Edits)> alike)
    {
        var candidates = CollectionsMarshal.AsSpan(scratch.Candidates);
        Span<ushort> lengths = stackalloc ushort[GroupLength];
        for (var start = 0; start < candidates.Length; start += GroupLength)
        {
            var group = candidates[start..Math.Min(start + GroupLength, candidates.Length)];
            for (var i = 0; i < group.Length; i++)
                lengths[i] = _words.Record<ushort>((long)group[i] * (CatalogueFormat.WordAlignment / sizeof(ushort)));
            for (var i = 0; i < group.Length; i++)
            {
                if (Math.Abs(lengths[i] - length) > edits)
                    continue;
                var distance = scratch.Distance.To(WordAt(group[i]));
                if (distance > 0 && distance <= edits)
                    alike.Add((group[i], distance));
            }
        }
    }

    // "alqaeda" for "al qaeda", "face book" for "facebook".
    private void SearchJoinedAndParted(ReadOnlySpan<char> key, int edits, SpellingScratch scratch)
    {
        var variant = scratch.Variant.AsSpan();
        for (var i = 1; i < key.Length; i++)
        {
            key[..i].CopyTo(variant);
            if (key[i] == ' ')
            {
                key[(i + 1)..].CopyTo(variant[i..]);
                Search(variant[..(key.Length - 1)], edits - 1, spent: 1, scratch);
            }
            else if (key[i - 1] != ' ')
            {
                var parted = StableHash.End(StableHash.Continue(StableHash.Continue(StableHash.Continue(StableHash.Begin(), key[..i]), " "), key[i..]));
                if (Beginnings.MayHold(_beginnings, parted) && _names.HasHash(parted))
                    Add(parted, 1, scratch);
            }
        }
    }

    private static void Add(ulong hash, int spent, SpellingScratch scratch)
    {
        var found = scratch.Found;
        for (var i = 0; i < found.Count; i++)
        {
            if (found[i].Hash != hash)
                continue;
            if (spent < found[i].Edits)
                found[i] = (hash, spent);
            return;
        }

        found.Add((hash, spent));
    }

    private ReadOnlySpan<char> WordAt(uint place)
    {
        var start = (long)place * CatalogueFormat.WordAlignment;
        return _words.Records<char>(start + sizeof(char), _words.Record<ushort>(start / sizeof(ushort)));
    }
}
