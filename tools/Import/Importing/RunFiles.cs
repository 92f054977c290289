using System.Globalization;
using EntityRes.Import.Sources;
using EntityRes.Resolution.Catalogue;

namespace EntityRes.Import.Importing;

/// <summary>Records sorted in runs: files of a folder, each by id key, then precedence, then order of arrival.</summary>
internal sealed class RunFiles(string folder, int runBytes) : IDisposable
{
    private const int ReadBufferBytes = 1 << 16;

    private readonly List<(ulong Key, int Rank, int Offset, int Length)> _entries = [];
    private readonly MemoryStream _buffer = new();
    private BinaryWriter? _writer;

    /// <summary>How many runs are complete.</summary>
    internal int Count { get; set; }

    /// <summary>Whether so much is buffered that a run should be written.</summary>
    internal bool IsFull => _buffer.Length >= runBytes;

    /// <summary>Adds a record to the run in memory.</summary>
    internal void Add(ImportedRecord record, int rank)
    {
        _writer ??= new BinaryWriter(_buffer);
        var start = (int)_buffer.Position;
        RecordCodec.Write(_writer, record);
        _entries.Add((CatalogueFormat.IdKey(record.Id), rank, start, (int)_buffer.Position - start));
    }

    /// <summary>Writes the run in memory as a file, if there is anything in it.</summary>
    internal void Flush()
    {
        if (_entries.Count == 0)
            return;
        _entries.Sort((one, other) => (one.Key, one.Rank, one.Offset).CompareTo((other.Key, other.Rank, other.Offset)));
        var bytes = _buffer.GetBuffer();
        using (var file = new BinaryWriter(new FileStream(PathOf(Count), FileMode.Create, FileAccess.Write, FileShare.None, 1 << 20)))
        {
            foreach (var (key, rank, offset, length) in _entries)
            {
                file.Write(key);
                file.Write(rank);
                file.Write(bytes, offset, length);
            }
        }

        Count++;
        _entries.Clear();
        _buffer.SetLength(0);
    }

    /// <summary>All records, run by run.</summary>
    internal IEnumerable<(ulong Key, int Rank, ImportedRecord Record)> ReadAll() => Enumerable.Range(0, Count).SelectMany(Read);

    /// <summary>All records by id key, then precedence, then run.</summary>
    internal IEnumerable<(ulong Key, int Rank, ImportedRecord Record)> ReadMerged()
    {
        var queue = new PriorityQueue<IEnumerator<(ulong Key, int Rank, ImportedRecord Record)>, (ulong, int, int)>(Count);
        for (var run = 0; run < Count; run++)
        {
            var cursor = Read(run).GetEnumerator();
            if (cursor.MoveNext())
                queue.Enqueue(cursor, (cursor.Current.Key, cursor.Current.Rank, run));
        }

        while (queue.TryPeek(out var cursor, out var priority))
        {
            yield return cursor.Current;
            if (cursor.MoveNext())
                queue.DequeueEnqueue(cursor, (cursor.Current.Key, cursor.Current.Rank, priority.Item3));
            else
                queue.Dequeue().Dispose();
        }
    }

    public void Dispose()
    {
        _writer?.Dispose();
        _buffer.Dispose();
    }

    private IEnumerable<(ulong Key, int Rank, ImportedRecord Record)> Read(int run)
    {
        using var stream = new FileStream(PathOf(run), FileMode.Open, FileAccess.Read, FileShare.Read, ReadBufferBytes);
        using var reader = new BinaryReader(stream);
        while (stream.Position < stream.Length)
        {
            var (key, rank) = (reader.ReadUInt64(), reader.ReadInt32());
            yield return (key, rank, RecordCodec.Read(reader));
        }
    }

    private string PathOf(int run) => Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"run-{run:D5}"));
}
