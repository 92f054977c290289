using System.IO.MemoryMappedFiles;
using System.Runtime.CompilerServices;
using System.Text;

namespace EntityRes.Resolution.Catalogue;

/// <summary>A compiled catalogue in memory: header, section table, sections. Read only, thread-safe.</summary>
/// <remarks>
/// Opening maps the file and checks magic, version, lengths and the header's checksum: well under a millisecond at any size. The
/// payload is checked up to 16 MB; a larger one by <see cref="CheckPayload"/>.
/// </remarks>
internal sealed unsafe class CatalogueFile : IDisposable
{
    private readonly MemoryMappedFile? _file;
    private readonly MemoryMappedViewAccessor? _view;
    private readonly object? _keptAlive;
    private readonly byte* _start;
    private readonly string _source;

    private CatalogueFile(string source, byte* start, long length, MemoryMappedFile? file, MemoryMappedViewAccessor? view, object? keptAlive)
    {
        _source = source;
        _start = start;
        _file = file;
        _view = view;
        _keptAlive = keptAlive;
        Header = CheckHeader(length);
        if (length <= CatalogueFormat.CheckedAtOpen)
            CheckPayload();
    }

    /// <summary>The header.</summary>
    internal CatalogueHeader Header { get; }

    /// <summary>The catalogue's name.</summary>
    internal string Name
    {
        get
        {
            var header = Header;
            var name = new ReadOnlySpan<byte>(header.Name, CatalogueFormat.NameLength);
            return Encoding.UTF8.GetString(name[..Math.Max(0, name.IndexOf((byte)0))]);
        }
    }

    /// <summary>Maps a file.</summary>
    /// <exception cref="InvalidDataException">It is no catalogue of this version, or damaged.</exception>
    internal static CatalogueFile Open(string path)
    {
        var length = new FileInfo(path).Length;
        if (length < sizeof(CatalogueHeader))
            throw new InvalidDataException($"{path}: not a catalogue: {length} bytes");
        var file = MemoryMappedFile.CreateFromFile(path, FileMode.Open, mapName: null, 0, MemoryMappedFileAccess.Read);
        var view = file.CreateViewAccessor(0, length, MemoryMappedFileAccess.Read);
        byte* start = null;
        try
        {
            view.SafeMemoryMappedViewHandle.AcquirePointer(ref start);
            return new CatalogueFile(path, start + view.PointerOffset, length, file, view, keptAlive: null);
        }
        catch
        {
            if (start != null)
                view.SafeMemoryMappedViewHandle.ReleasePointer();
            view.Dispose();
            file.Dispose();
            throw;
        }
    }

    /// <summary>Reads a catalogue that lies in memory already.</summary>
    /// <param name="source">Its name, for messages.</param>
    /// <param name="stream">A resource of an assembly; kept open.</param>
    internal static CatalogueFile Open(string source, UnmanagedMemoryStream stream) =>
        stream.Length < sizeof(CatalogueHeader)
            ? throw new InvalidDataException($"{source}: not a catalogue: {stream.Length} bytes")
            : new CatalogueFile(source, stream.PositionPointer, stream.Length, file: null, view: null, stream);

    /// <summary>Reads a catalogue from an array of its own.</summary>
    /// <param name="source">Its name, for messages.</param>
    /// <param name="content">The file's bytes; copied.</param>
    internal static CatalogueFile Open(string source, ReadOnlySpan<byte> content)
    {
        if (content.Length < sizeof(CatalogueHeader))
            throw new InvalidDataException($"{source}: not a catalogue: {content.Length} bytes");
        var pinned = GC.AllocateUninitializedArray<byte>(content.Length, pinned: true);
        content.CopyTo(pinned);
        return new CatalogueFile(source, (byte*)Unsafe.AsPointer(ref pinned[0]), pinned.Length, file: null, view: null, pinned);
    }

    /// <summary>A section.</summary>
    internal MappedSection this[Section section]
    {
        get
        {
            var entry = Entry((int)section);
            return new MappedSection(_start + entry.Offset, (long)entry.Length);
        }
    }

    /// <summary>Reads every byte and compares the checksum.</summary>
    /// <exception cref="InvalidDataException">The file is damaged.</exception>
    internal void CheckPayload()
    {
        const long Piece = 1 << 26;
        var checksum = default(PayloadChecksum);
        var length = (long)Header.FileLength;
        for (var offset = (long)PayloadStart; offset < length; offset += Piece)
            checksum.Add(new ReadOnlySpan<byte>(_start + offset, (int)Math.Min(Piece, length - offset)));
        if (checksum.Value != Header.PayloadChecksum)
            throw new InvalidDataException($"{_source}: damaged: payload checksum {checksum.Value:x16}, expected {Header.PayloadChecksum:x16}");
    }

    public void Dispose()
    {
        if (_view is not null)
        {
            _view.SafeMemoryMappedViewHandle.ReleasePointer();
            _view.Dispose();
        }

        _file?.Dispose();
        (_keptAlive as IDisposable)?.Dispose();
    }

    private static int PayloadStart => sizeof(CatalogueHeader) + ((int)Section.Count * sizeof(SectionEntry));

    private SectionEntry Entry(int section) =>
        Unsafe.ReadUnaligned<SectionEntry>(_start + sizeof(CatalogueHeader) + (section * sizeof(SectionEntry)));

    private CatalogueHeader CheckHeader(long length)
    {
        var header = Unsafe.ReadUnaligned<CatalogueHeader>(_start);
        if (header.Magic != CatalogueFormat.Magic)
            throw new InvalidDataException($"{_source}: not a catalogue: it begins with {header.Magic:x16}, expected {CatalogueFormat.Magic:x16}");
        if (header.Version != CatalogueFormat.Version)
            throw new InvalidDataException($"{_source}: catalogue format {header.Version}, this program reads format {CatalogueFormat.Version}; import or compile it again");
        if (header.SectionCount != (int)Section.Count || header.FileLength != (ulong)length || length < PayloadStart)
            throw new InvalidDataException($"{_source}: damaged: {length} bytes, expected {header.FileLength}");
        if (ChecksumOfHeader(new ReadOnlySpan<byte>(_start, PayloadStart)) != header.HeaderChecksum)
            throw new InvalidDataException($"{_source}: damaged: the header's checksum differs");
        for (var i = 0; i < (int)Section.Count; i++)
        {
            var entry = Entry(i);
            if (entry.Offset < (ulong)PayloadStart || entry.Length > header.FileLength || entry.Offset > header.FileLength - entry.Length)
                throw new InvalidDataException($"{_source}: damaged: section {(Section)i} lies outside the file");
        }

        return header;
    }

    /// <summary>Checksum of header and section table, the header's own checksum taken as 0.</summary>
    internal static ulong ChecksumOfHeader(ReadOnlySpan<byte> headerAndTable)
    {
        const int ChecksumOffset = 16;
        var checksum = default(PayloadChecksum);
        checksum.Add(headerAndTable[..ChecksumOffset]);
        checksum.Add(headerAndTable[(ChecksumOffset + 8)..]);
        return checksum.Value;
    }
}
