using System.Runtime.InteropServices;
using EntityRes.Resolution.Catalogue;
using EntityRes.Text;

namespace EntityRes.Import.Compilation;

/// <summary>Alias keys → the sections of the spelling index.</summary>
internal sealed class SpellingWriter : IDisposable
{
    private const int DeletionsPerBucket = 8;

    private readonly HashSet<ulong> _known = [];
    private readonly ExternalSorter<HashedEntry> _deletions;
    private readonly Stream _words;
    private readonly Stream _offsets;
    private readonly SectionWriter _wordWriter;
    private readonly SectionWriter _offsetWriter;
    private readonly byte[] _beginnings;
    private readonly ulong[] _hashes = new ulong[WordDeletions.Most];
    private uint _characters;

    internal SpellingWriter(string? temporaryFolder, int bufferLength, long keys)
    {
        _deletions = new ExternalSorter<HashedEntry>(temporaryFolder, bufferLength);
        _words = TemporaryFiles.CreateStream(temporaryFolder);
        _offsets = TemporaryFiles.CreateStream(temporaryFolder);
        _wordWriter = new SectionWriter(_words);
        _offsetWriter = new SectionWriter(_offsets);
        _beginnings = new byte[(keys / Beginnings.BlockLength + 1) * Beginnings.BlockLength];
    }

    /// <summary>Distinct words so far.</summary>
    internal uint WordCount => (uint)_known.Count;

    /// <summary>Adds a key.</summary>
    internal void Add(ReadOnlySpan<char> key)
    {
        var state = StableHash.Begin();
        for (var start = 0; start < key.Length;)
        {
            var length = key[start..].IndexOf(' ');
            var isLast = length < 0;
            var word = isLast ? key[start..] : key.Slice(start, length);
            AddWord(word);
            if (isLast)
                return;
            state = StableHash.Continue(state, word);
            Beginnings.Add(_beginnings, StableHash.End(state));
            state = StableHash.Continue(state, " ");
            start += length + 1;
        }
    }

    /// <summary>Writes the sections.</summary>
    internal void Write(CatalogueFileWriter file)
    {
        _offsetWriter.UInt32(_characters);
        _offsetWriter.Flush();
        _wordWriter.Flush();
        file.Write(Section.WordOffsets, _offsets);
        file.Write(Section.Words, _words);
        var buckets = (_deletions.Count / DeletionsPerBucket) + 1;
        file.Write(Section.DeletionDirectory, writer => WriteDirectory(writer, buckets));
        var bits = SpellingIndex.WordBits(WordCount);
        file.Write(Section.Deletions, writer =>
        {
            foreach (var entry in _deletions.Sorted())
                writer.UInt32(((uint)entry.Hash << bits) | entry.Number);
        });
        file.Write(Section.Beginnings, writer => writer.Bytes(_beginnings));
    }

    public void Dispose()
    {
        _deletions.Dispose();
        _words.Dispose();
        _offsets.Dispose();
    }

    private void AddWord(ReadOnlySpan<char> word)
    {
        if (!_known.Add(StableHash.Of(word)))
            return;
        var number = (uint)_known.Count - 1;
        _offsetWriter.UInt32(_characters);
        _wordWriter.Bytes(MemoryMarshal.AsBytes(word));
        _characters = checked(_characters + (uint)word.Length);
        foreach (var hash in _hashes.AsSpan(0, WordDeletions.Write(word, SpellingIndex.EditsOf(word.Length, 2), _hashes)))
            _deletions.Add(new HashedEntry(hash, number));
    }

    private void WriteDirectory(SectionWriter writer, long buckets)
    {
        long bucket = 0;
        uint entries = 0;
        foreach (var entry in _deletions.Sorted())
        {
            for (var home = CatalogueFormat.Home(entry.Hash, buckets); bucket <= home; bucket++)
                writer.UInt32(entries);
            entries++;
        }

        for (; bucket <= buckets; bucket++)
            writer.UInt32(entries);
    }
}
