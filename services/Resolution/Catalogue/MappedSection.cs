using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace EntityRes.Resolution.Catalogue;

/// <summary>One section of a catalogue in memory: the only code that touches its bytes. Every access is bounds-checked.</summary>
/// <remarks>Immutable; valid as long as the file that it belongs to is open. Little-endian machines only, as .NET's all are.</remarks>
internal readonly unsafe struct MappedSection
{
    private readonly byte* _start;
    private readonly long _length;

    internal MappedSection(byte* start, long length)
    {
        _start = start;
        _length = length;
    }

    /// <summary>Length in bytes.</summary>
    internal long Length => _length;

    /// <summary>How many records of a type it holds.</summary>
    internal long CountOf<T>()
        where T : unmanaged => _length / sizeof(T);

    /// <summary>The record with an index.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal T Record<T>(long index)
        where T : unmanaged
    {
        Check(index * sizeof(T), sizeof(T));
        return Unsafe.ReadUnaligned<T>(_start + (index * sizeof(T)));
    }

    /// <summary>Records in place.</summary>
    internal ReadOnlySpan<T> Records<T>(long byteOffset, int count)
        where T : unmanaged
    {
        Check(byteOffset, (long)count * sizeof(T));
        return MemoryMarshal.CreateReadOnlySpan(ref Unsafe.AsRef<T>(_start + byteOffset), count);
    }

    /// <summary>Reads a number of 1 to 10 bytes, seven bits a byte, the lowest first.</summary>
    internal ulong Number(ref long position)
    {
        var value = 0UL;
        for (var shift = 0; shift < 64; shift += 7)
        {
            Check(position, 1);
            var next = _start[position++];
            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80)
                return value;
        }

        throw Damaged();
    }

    /// <summary>Reads the UTF-8 bytes of a text with its length before it.</summary>
    internal ReadOnlySpan<byte> Utf8(ref long position)
    {
        var length = (long)Number(ref position);
        Check(position, length);
        var bytes = new ReadOnlySpan<byte>(_start + position, (int)length);
        position += length;
        return bytes;
    }

    /// <summary>Reads a text. Allocates it.</summary>
    internal string Text(ref long position) => Encoding.UTF8.GetString(Utf8(ref position));

    /// <summary>Reads a list of texts. Allocates them.</summary>
    internal string[] Texts(ref long position)
    {
        var count = (long)Number(ref position);
        Check(position, count);
        var texts = new string[count];
        for (var i = 0; i < texts.Length; i++)
            texts[i] = Text(ref position);
        return texts;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Check(long offset, long length)
    {
        if (offset < 0 || length < 0 || offset > _length - length)
            throw Damaged();
    }

    private static InvalidDataException Damaged() => new("the catalogue is damaged: a record points outside its section");
}
