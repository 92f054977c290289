using System.Runtime.InteropServices;
using EntityRes.Resolution.Catalogue;
using EntityRes.Text;

namespace EntityRes.Import.Compilation;

/// <summary>Alias keys → the sections of the spelling index.</summary>
internal sealed class SpellingWriter : IDisposable
{
    private const int DeletionsPerBucket = 8;
    private const int BytesPerKey = 2; // of the filter: a key and, on average, one beginning

    private readonly HashSet<ulong> _known = [];
    private readonly ExternalSorter<DeletionEntry> _deletions;
    private readonly Stream _words;
    private readonly SectionWriter _wordWriter;
    private readonly byte[] _beginnings;
    private readonly ulong[] _hashes = new ulong[WordDeletions.Most];
    internal SpellingWriter(string? temporaryFolder, int bufferLength, long keys)
    {
        _deletions = new ExternalSorter<DeletionEntry>(temporaryFolder, bufferLength);
        _words = TemporaryFiles.CreateStream(temporaryFolder);
        _wordWriter = new SectionWriter(_words);
        _beginnings = new byte[((keys * BytesPerKey / Beginnings.BlockLength) + 1) * Beginnings.BlockLength];
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
            state = StableHash.Continue(state, word);
            Beginnings.Add(_beginnings, StableHash.End(state));
            if (isLast)
                return;
            state = StableHash.Continue(state, " ");
            start += length + 1;
        }
    }

    /// <summary>Writes the sections.</summary>
    internal void Write(CatalogueFileWriter file)
    {
        _wordWriter.Flush();
        file.Write(Section.Words, _words);
        var buckets = (_deletions.Count / DeletionsPerBucket) + 1;
        file.Write(Section.DeletionDirectory, writer => WriteDirectory(writer, buckets));
        var bits = CatalogueFormat.PlaceBits(_wordWriter.Length);
        if (bits + CatalogueFormat.LengthBits >= 32)
            throw new InvalidOperationException($"{WordCount} words are more than the format holds");
        file.Write(Section.Deletions, writer =>
        {
            foreach (var entry in _deletions.Sorted())
                writer.UInt32(CatalogueFormat.Deletion(entry.Hash, entry.Length, entry.Place, bits));
        });
        file.Write(Section.Beginnings, writer => writer.Bytes(_beginnings));
    }

    public void Dispose()
    {
        _deletions.Dispose();
        _words.Dispose();
    }

    private void AddWord(ReadOnlySpan<char> word)
    {
        if (!_known.Add(StableHash.Of(word)))
            return;
        var place = (uint)(_wordWriter.Length / CatalogueFormat.WordAlignment);
        _wordWriter.Record((ushort)word.Length);
        _wordWriter.Bytes(MemoryMarshal.AsBytes(word));
        if (_wordWriter.Length % CatalogueFormat.WordAlignment != 0)
            _wordWriter.Record((ushort)0);
        foreach (var hash in _hashes.AsSpan(0, WordDeletions.Write(word, SpellingIndex.EditsOf(word.Length, 2), _hashes)))
            _deletions.Add(new DeletionEntry(hash, place, (byte)word.Length));
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
