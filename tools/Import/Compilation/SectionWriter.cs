using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace EntityRes.Import.Compilation;

/// <summary>Appends numbers, texts and records to a stream, little-endian.</summary>
internal sealed class SectionWriter(Stream stream)
{
    private readonly byte[] _buffer = new byte[1 << 16];
    private int _buffered;

    /// <summary>Bytes written so far.</summary>
    internal long Length { get; private set; }

    /// <summary>Writes a record as it lies in memory.</summary>
    internal void Record<T>(in T record)
        where T : unmanaged
    {
        Span<byte> bytes = stackalloc byte[System.Runtime.CompilerServices.Unsafe.SizeOf<T>()];
        MemoryMarshal.Write(bytes, record);
        Bytes(bytes);
    }

    /// <summary>Writes 4 bytes.</summary>
    internal void UInt32(uint value)
    {
        Span<byte> bytes = stackalloc byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, value);
        Bytes(bytes);
    }

    /// <summary>Writes a number of 1 to 10 bytes, seven bits a byte, the lowest first.</summary>
    internal void Number(ulong value)
    {
        Span<byte> bytes = stackalloc byte[10];
        var length = 0;
        for (; value >= 0x80; value >>= 7)
            bytes[length++] = (byte)(value | 0x80);
        bytes[length++] = (byte)value;
        Bytes(bytes[..length]);
    }

    /// <summary>Writes a text as UTF-8, its length in bytes before it.</summary>
    internal void Text(string text)
    {
        var bytes = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(text.Length));
        var length = Encoding.UTF8.GetBytes(text, bytes);
        Number((ulong)length);
        Bytes(bytes.AsSpan(0, length));
        ArrayPool<byte>.Shared.Return(bytes);
    }

    /// <summary>Writes texts, their number before them.</summary>
    internal void Texts(IReadOnlyCollection<string> texts)
    {
        Number((ulong)texts.Count);
        foreach (var text in texts)
            Text(text);
    }

    /// <summary>Writes bytes.</summary>
    internal void Bytes(ReadOnlySpan<byte> bytes)
    {
        Length += bytes.Length;
        if (bytes.Length > _buffer.Length - _buffered)
        {
            Flush();
            if (bytes.Length > _buffer.Length)
            {
                stream.Write(bytes);
                return;
            }
        }

        bytes.CopyTo(_buffer.AsSpan(_buffered));
        _buffered += bytes.Length;
    }

    /// <summary>Passes on what is buffered.</summary>
    internal void Flush()
    {
        stream.Write(_buffer, 0, _buffered);
        _buffered = 0;
    }
}
