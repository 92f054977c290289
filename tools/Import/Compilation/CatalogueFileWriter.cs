using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using EntityRes.Resolution.Catalogue;

namespace EntityRes.Import.Compilation;

/// <summary>Writes a compiled file section by section, then its header.</summary>
/// <param name="output">Readable, writable and seekable.</param>
internal sealed class CatalogueFileWriter(Stream output)
{
    private readonly SectionEntry[] _sections = new SectionEntry[(int)Section.Count];
    private Section _next;

    private static int PayloadStart =>
        Unsafe.SizeOf<CatalogueHeader>() + ((int)Section.Count * Unsafe.SizeOf<SectionEntry>());

    /// <summary>Writes a section; sections come in their order.</summary>
    internal void Write(Section section, Action<SectionWriter> write)
    {
        if (section != _next)
            throw new InvalidOperationException($"section {section} comes after {_next}");
        if (section == 0)
            output.Write(new byte[PayloadStart]);
        var start = output.Position;
        var writer = new SectionWriter(output);
        write(writer);
        writer.Flush();
        _sections[(int)section] = new SectionEntry { Offset = (ulong)start, Length = (ulong)writer.Length };
        while (output.Position % CatalogueFormat.Alignment != 0)
            output.WriteByte(0);
        _next++;
    }

    /// <summary>Writes a section that was prepared elsewhere.</summary>
    internal void Write(Section section, Stream prepared) => Write(section, writer =>
    {
        prepared.Position = 0;
        var buffer = new byte[1 << 16];
        for (int read; (read = prepared.Read(buffer)) > 0;)
            writer.Bytes(buffer.AsSpan(0, read));
    });

    /// <summary>Writes the header.</summary>
    /// <param name="header">Counts and date.</param>
    /// <param name="name">Name of the catalogue.</param>
    /// <param name="sourceChecksum">Null = the payload's.</param>
    internal void Finish(CatalogueHeader header, string name, ulong? sourceChecksum)
    {
        header.Magic = CatalogueFormat.Magic;
        header.Version = CatalogueFormat.Version;
        header.SectionCount = (uint)Section.Count;
        header.FileLength = (ulong)output.Length;
        header.PayloadChecksum = ChecksumOfPayload();
        header.SourceChecksum = sourceChecksum ?? header.PayloadChecksum;
        var bytes = new byte[PayloadStart];
        MemoryMarshal.Write(bytes, header);
        var nameBytes = Encoding.UTF8.GetBytes(name);
        if (nameBytes.Length >= CatalogueFormat.NameLength)
            throw new ArgumentException($"the name '{name}' is longer than {CatalogueFormat.NameLength - 1} bytes", nameof(name));
        nameBytes.CopyTo(bytes, Unsafe.SizeOf<CatalogueHeader>() - CatalogueFormat.NameLength);
        MemoryMarshal.AsBytes(_sections.AsSpan()).CopyTo(bytes.AsSpan(Unsafe.SizeOf<CatalogueHeader>()));
        var checksum = CatalogueFile.ChecksumOfHeader(bytes);
        MemoryMarshal.Write(bytes.AsSpan(16), checksum);
        output.Position = 0;
        output.Write(bytes);
        output.Flush();
    }

    private ulong ChecksumOfPayload()
    {
        var checksum = default(PayloadChecksum);
        var buffer = new byte[1 << 20];
        output.Flush();
        output.Position = PayloadStart;
        for (int read; (read = output.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false)) > 0;)
            checksum.Add(buffer.AsSpan(0, read));
        return checksum.Value;
    }
}
