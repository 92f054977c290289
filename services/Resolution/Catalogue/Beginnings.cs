namespace EntityRes.Resolution.Catalogue;

/// <summary>A set of hashes that may hold a few more than were added: those of alias keys and of their beginnings, word by word.</summary>
/// <remarks>A Bloom filter in blocks of 64 bytes, so that a question touches one cache line (Putze, Sanders, Singler 2007).</remarks>
internal static class Beginnings
{
    /// <summary>Bytes of a block.</summary>
    internal const int BlockLength = 64;

    private const int Bits = 4;

    /// <summary>Adds a hash to a set.</summary>
    internal static void Add(Span<byte> set, ulong hash)
    {
        var block = (int)CatalogueFormat.Home(hash, set.Length / BlockLength) * BlockLength;
        for (var i = 0; i < Bits; i++)
            set[block + ByteOf(hash, i)] |= BitOf(hash, i);
    }

    /// <summary>Whether a hash may have been added; false is certain.</summary>
    internal static bool MayHold(MappedSection set, ulong hash)
    {
        if (set.Length == 0)
            return false;
        var block = set.Records<byte>(CatalogueFormat.Home(hash, set.Length / BlockLength) * BlockLength, BlockLength);
        for (var i = 0; i < Bits; i++)
        {
            if ((block[ByteOf(hash, i)] & BitOf(hash, i)) == 0)
                return false;
        }

        return true;
    }

    private static int ByteOf(ulong hash, int i) => (int)(hash >> ((9 * i) + 3)) & (BlockLength - 1);

    private static byte BitOf(ulong hash, int i) => (byte)(1 << ((int)(hash >> (9 * i)) & 7));
}
