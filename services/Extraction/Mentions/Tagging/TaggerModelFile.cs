using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace EntityRes.Extraction.Mentions.Tagging;

/// <summary>Reads a tagger model file.</summary>
/// <remarks>
/// Little-endian: magic, format, payload length, payload checksum, then the payload in the order of <see cref="Read(byte[])"/>.
/// The trainer writes it. What runs once over megabytes is compiled for speed at once: it would not be called often enough to be
/// compiled again.
/// </remarks>
internal static class TaggerModelFile
{
    /// <summary>First four bytes.</summary>
    public const uint Magic = 0x4754_5245; // "ERTG"

    /// <summary>Version of the layout and of the features the weights belong to.</summary>
    public const int Format = 2;

    /// <summary>Bytes before the payload.</summary>
    public const int HeaderLength = 24;

    /// <summary>Reads a model.</summary>
    /// <param name="file">The whole file.</param>
    /// <exception cref="InvalidDataException">The file is no tagger model, of another format, or damaged.</exception>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static TaggerModel Read(byte[] file)
    {
        var payload = CheckedPayload(file);
        var version = payload.Text();
        int dimensions = payload.Int(), hidden = payload.Int();
        var scoreScale = payload.Float();
        var projectionShift = payload.Int();
        var lexiconKeys = payload.Array<uint>();
        var lexicon = new WordLexicon(lexiconKeys, ReadEntries(ref payload, lexiconKeys.Length));
        var phrases = new PhraseTable(payload.Array<uint>(), payload.Array<byte>());
        var features = new FeatureTable(payload.Array<uint>(), payload.Bytes(), dimensions);
        var wordToHidden = payload.Array<short>().ToArray();
        var contextToHidden = ReadContexts(ref payload, hidden);
        var hiddenBias = payload.Array<short>().ToArray();
        var hiddenToTags = ToFloats(payload.Array<short>());
        var tagBias = ToFloats(payload.Array<int>());
        var transitions = new Transitions(ToFloats(payload.Array<int>()), ToFloats(payload.Array<int>()), ToFloats(payload.Array<int>()));
        var words = payload.Text();
        return new TaggerModel
        {
            Version = version,
            ScoreScale = scoreScale,
            Hidden = hidden,
            Lexicon = lexicon,
            Phrases = phrases,
            Features = features,
            WordToHidden = wordToHidden,
            ProjectionShift = projectionShift,
            ContextToHidden = contextToHidden,
            HiddenBias = hiddenBias,
            HiddenToTags = hiddenToTags,
            TagBias = tagBias,
            Transitions = transitions,
            FrequentWords = words.Split('\n', StringSplitOptions.RemoveEmptyEntries),
        };
    }

    /// <summary>The checksum of a payload: FNV-1a over 8-byte words.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static ulong Checksum(ReadOnlySpan<byte> payload)
    {
        var hash = 14695981039346656037UL;
        var words = MemoryMarshal.Cast<byte, ulong>(payload);
        foreach (var word in words)
            hash = (hash ^ word) * 1099511628211UL;
        foreach (var rest in payload[(words.Length * 8)..])
            hash = (hash ^ rest) * 1099511628211UL;
        return hash;
    }

    private static Payload CheckedPayload(byte[] file)
    {
        if (file.Length < HeaderLength || BinaryPrimitives.ReadUInt32LittleEndian(file) != Magic)
            throw new InvalidDataException("tagger model: not a tagger model file");
        var format = BinaryPrimitives.ReadInt32LittleEndian(file.AsSpan(4));
        if (format != Format)
            throw new InvalidDataException($"tagger model: expected format {Format}, found {format}");
        var length = BinaryPrimitives.ReadInt64LittleEndian(file.AsSpan(8));
        if (length != file.Length - HeaderLength)
            throw new InvalidDataException($"tagger model: expected {length} bytes of payload, found {file.Length - HeaderLength}");
        var expected = BinaryPrimitives.ReadUInt64LittleEndian(file.AsSpan(16));
        var found = Checksum(file.AsSpan(HeaderLength));
        if (found != expected)
            throw new InvalidDataException($"tagger model: expected checksum {expected:x16}, found {found:x16}");
        return new Payload(file.AsMemory(HeaderLength));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static WordEntry[] ReadEntries(ref Payload payload, int count)
    {
        var lower = payload.Array<ushort>();
        var capital = payload.Array<ushort>();
        var share = payload.Array<byte>();
        var lists = payload.Array<ushort>();
        var entries = new WordEntry[count];
        for (var i = 0; i < count; i++)
            entries[i] = new WordEntry(lower[i], capital[i], share[i], lists[i]);
        return entries;
    }

    /// <summary>Context vectors are stored only where they are not zero.</summary>
    private static short[] ReadContexts(ref Payload payload, int hidden)
    {
        var rows = payload.Array<int>();
        var weights = payload.Array<short>();
        var all = new short[ContextFeatures.Slots * TaggerModel.ContextOffsets * ContextFeatures.Values * hidden];
        for (var i = 0; i < rows.Length; i++)
            weights.Slice(i * hidden, hidden).CopyTo(all.AsSpan(rows[i] * hidden));
        return all;
    }

    private static float[] ToFloats(ReadOnlySpan<short> whole)
    {
        var result = new float[whole.Length];
        for (var i = 0; i < result.Length; i++)
            result[i] = whole[i];
        return result;
    }

    private static float[] ToFloats(ReadOnlySpan<int> whole)
    {
        var result = new float[whole.Length];
        for (var i = 0; i < result.Length; i++)
            result[i] = whole[i];
        return result;
    }

    /// <summary>A bounds-checked cursor; arrays are a count and their items, padded to 8 bytes.</summary>
    private struct Payload(ReadOnlyMemory<byte> bytes)
    {
        private int _at;

        public int Int() => (int)Array<int>()[0];

        public float Float() => Array<float>()[0];

        public string Text() => Encoding.UTF8.GetString(Array<byte>());

        public ReadOnlyMemory<byte> Bytes() => Next(1);

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public ReadOnlySpan<T> Array<T>()
            where T : unmanaged => MemoryMarshal.Cast<byte, T>(Next(Unsafe.SizeOf<T>()).Span);

        private ReadOnlyMemory<byte> Next(int size)
        {
            var rest = bytes[_at..];
            if (rest.Length < 8)
                throw new InvalidDataException($"tagger model: the payload ends at {_at}");
            var count = BinaryPrimitives.ReadInt64LittleEndian(rest.Span);
            if (count < 0 || count > (rest.Length - 8) / size)
                throw new InvalidDataException($"tagger model: array of {count} items at {_at} runs over the payload's end");
            var length = (int)count * size;
            _at += 8 + ((length + 7) & ~7);
            return rest.Slice(8, length);
        }
    }
}
