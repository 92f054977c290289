using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace EntityRes.Import.Compilation;

/// <summary>Sorts any number of small records in bounded memory: full buffers go to a temporary file as sorted runs.</summary>
/// <typeparam name="T">The record; equal ones come out once.</typeparam>
internal sealed class ExternalSorter<T>(string? temporaryFolder, int bufferLength) : IDisposable
    where T : unmanaged, IComparable<T>
{
    private const int MergeBufferBytes = 1 << 18;

    private readonly List<(long Offset, long Count)> _runs = [];
    private T[] _buffer = new T[Math.Min(bufferLength, 1 << 12)];
    private int _buffered;
    private FileStream? _file;

    /// <summary>How many records were added.</summary>
    internal long Count { get; private set; }

    /// <summary>Adds a record.</summary>
    internal void Add(T record)
    {
        Count++;
        if (_buffered == _buffer.Length)
        {
            if (_buffer.Length < bufferLength || temporaryFolder is null)
                Array.Resize(ref _buffer, temporaryFolder is null ? _buffer.Length * 2 : Math.Min(bufferLength, _buffer.Length * 2));
            else
                Spill();
        }

        _buffer[_buffered++] = record;
    }

    /// <summary>The records in order, each once; may be enumerated again until more are added.</summary>
    internal IEnumerable<T> Sorted()
    {
        if (_runs.Count > 0 && _buffered > 0)
            Spill();
        return Distinct(_runs.Count == 0 ? InMemory() : Merged());
    }

    public void Dispose() => _file?.Dispose();

    private IEnumerable<T> InMemory()
    {
        Array.Sort(_buffer, 0, _buffered);
        for (var i = 0; i < _buffered; i++)
            yield return _buffer[i];
    }

    private IEnumerable<T> Merged()
    {
        _buffer = [];
        var queue = new PriorityQueue<RunReader, T>(_runs.Count);
        foreach (var (offset, count) in _runs)
        {
            var run = new RunReader(_file!, offset, count);
            if (run.TryRead(out var first))
                queue.Enqueue(run, first);
        }

        while (queue.TryPeek(out var run, out var next))
        {
            yield return next;
            if (run.TryRead(out var following))
                queue.DequeueEnqueue(run, following);
            else
                queue.Dequeue();
        }
    }

    private static IEnumerable<T> Distinct(IEnumerable<T> records)
    {
        T last = default;
        var hasLast = false;
        foreach (var record in records)
        {
            if (hasLast && record.CompareTo(last) == 0)
                continue;
            (last, hasLast) = (record, true);
            yield return record;
        }
    }

    private void Spill()
    {
        _file ??= TemporaryFiles.Create(temporaryFolder!);
        Array.Sort(_buffer, 0, _buffered);
        _file.Seek(0, SeekOrigin.End);
        _runs.Add((_file.Position, _buffered));
        _file.Write(MemoryMarshal.AsBytes(_buffer.AsSpan(0, _buffered)));
        _file.Flush();
        _buffered = 0;
    }

    private sealed class RunReader(FileStream file, long offset, long count)
    {
        private readonly T[] _records = new T[MergeBufferBytes / Unsafe.SizeOf<T>()];
        private int _next;
        private int _read;

        internal bool TryRead(out T record)
        {
            if (_next == _read)
            {
                _read = (int)Math.Min(count, _records.Length);
                _next = 0;
                var bytes = MemoryMarshal.AsBytes(_records.AsSpan(0, _read));
                for (var done = 0; done < bytes.Length;)
                    done += RandomAccess.Read(file.SafeFileHandle, bytes[done..], offset + done);
                offset += bytes.Length;
                count -= _read;
            }

            record = _next < _read ? _records[_next] : default;
            return _next++ < _read;
        }
    }
}
