using System.IO.Compression;
using ICSharpCode.SharpZipLib.BZip2;

namespace EntityRes.Import.Importing;

/// <summary>A file, unpacked by its name (<c>.gz</c>, <c>.bz2</c>), cut into records: lines, or the elements of one JSON array.</summary>
internal sealed class InputStream : IDisposable
{
    /// <summary>Longer records are refused: they would not fit the memory promised.</summary>
    internal const int LongestRecord = 256 << 20;

    private const int BufferBytes = 1 << 20;

    private readonly FileStream _file;
    private readonly Stream _content;
    private readonly bool _isArray;
    private byte[] _buffer = new byte[BufferBytes];
    private int _start;
    private int _end;
    private bool _isAtEnd;

    internal InputStream(string path, bool isArray)
    {
        _isArray = isArray;
        _file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, BufferBytes);
        _content = Path.GetExtension(path) switch
        {
            ".gz" => new GZipStream(_file, CompressionMode.Decompress),
            ".bz2" => new BZip2InputStream(_file),
            _ => _file,
        };
    }

    /// <summary>Bytes of the file that were read, packed; for progress.</summary>
    internal long PackedPosition => _file.Position;

    /// <summary>Unpacked bytes before the next record.</summary>
    internal long Position { get; private set; }

    /// <summary>Line on which the last record begins, from 1.</summary>
    internal long Line { get; private set; }

    private long _linesBefore;

    /// <summary>Goes on where an earlier import stopped. A packed file is unpacked up to there.</summary>
    internal void Skip(long position, long linesBefore)
    {
        _linesBefore = linesBefore;
        Position = position;
        if (_content == _file)
        {
            _file.Position = position;
            return;
        }

        while (position > 0)
        {
            var read = _content.Read(_buffer, 0, (int)Math.Min(position, _buffer.Length));
            if (read == 0)
                throw new InvalidDataException($"{_file.Name}: ends before the place where the import stopped");
            position -= read;
        }
    }

    /// <summary>Line breaks before the next record.</summary>
    internal long LinesBefore => _linesBefore;

    /// <summary>Reads the next record.</summary>
    /// <param name="record">Valid until the next call; empty when it was too long.</param>
    /// <returns>False at the end.</returns>
    internal bool TryRead(out ReadOnlyMemory<byte> record)
    {
        var scan = new RecordScan(_isArray);
        var scanned = _start;
        while (true)
        {
            scan.Run(_buffer, _start, ref scanned, _end);
            if (scan.IsComplete || _isAtEnd)
                return Take(scan, scanned, out record);
            if (scanned - _start > LongestRecord)
                throw new InvalidDataException($"{_file.Name}:{_linesBefore + 1}: a record of more than {LongestRecord} bytes");
            Fill(ref scanned);
        }
    }

    public void Dispose()
    {
        _content.Dispose();
        _file.Dispose();
    }

    private bool Take(RecordScan scan, int scanned, out ReadOnlyMemory<byte> record)
    {
        var first = scan.RecordStart >= 0 ? _start + scan.RecordStart : scanned;
        record = _buffer.AsMemory(first, scan.IsComplete ? _start + scan.RecordEnd - first : scanned - first);
        Line = _linesBefore + _buffer.AsSpan(_start, first - _start).Count((byte)'\n') + 1;
        _linesBefore += _buffer.AsSpan(_start, scanned - _start).Count((byte)'\n');
        Position += scanned - _start;
        _start = scanned;
        return scan.IsComplete || record.Length > 0;
    }

    private void Fill(ref int scanned)
    {
        if (_start > 0)
        {
            Buffer.BlockCopy(_buffer, _start, _buffer, 0, _end - _start);
            (scanned, _end, _start) = (scanned - _start, _end - _start, 0);
        }

        if (_end == _buffer.Length)
            Array.Resize(ref _buffer, _buffer.Length * 2);
        var read = _content.Read(_buffer, _end, _buffer.Length - _end);
        _end += read;
        _isAtEnd = read == 0;
    }
}
