using System.Runtime.InteropServices;
using EntityRes.Text;

namespace EntityRes.Resolution.Catalogue;

/// <summary>The layout that the compiler writes and the catalogue reads; see <c>docs/adr/0008-catalogue-format.md</c>.</summary>
internal static class CatalogueFormat
{
    /// <summary>First eight bytes of every file: "ERCATLG1" little-endian.</summary>
    internal const ulong Magic = 0x31474C5441435245;

    /// <summary>Changes whenever the layout or a hash does.</summary>
    internal const uint Version = 1;

    /// <summary>Bytes that hold the catalogue's name, UTF-8, zero-padded.</summary>
    internal const int NameLength = 40;

    /// <summary>Payloads up to this length are checked when the file is opened; larger ones when asked to.</summary>
    internal const long CheckedAtOpen = 16 << 20;

    /// <summary>Sections begin at multiples of this.</summary>
    internal const int Alignment = 8;

    /// <summary>Set in an id key that is the hash of an id rather than the number of a Wikidata item.</summary>
    internal const ulong HashedId = 1UL << 63;

    /// <summary>Seed of the hashes of deletions.</summary>
    internal const ulong DeletionSeed = 1;

    /// <summary>Characters of a word within which deletions are indexed.</summary>
    internal const int DeletionPrefix = 7;

    /// <summary>Words up to this length are indexed with one deletion only, longer ones with two.</summary>
    internal const int LongestShortWord = 3;

    /// <summary>Marks a slot whose value is the index of a list rather than an entity.</summary>
    internal const uint ListFlag = 1u << 31;

    /// <summary>Bits of a deletion that hold the length of its word, modulo 16.</summary>
    internal const int LengthBits = 4;

    /// <summary>Words begin at multiples of this in their section: a length of 2 bytes, then the characters.</summary>
    internal const int WordAlignment = 4;

    /// <summary>Bits that the place of a word takes in a deletion; above come its length and bits of the hash.</summary>
    internal static int PlaceBits(long wordBytes) =>
        Math.Max(1, 64 - System.Numerics.BitOperations.LeadingZeroCount((ulong)(wordBytes / WordAlignment)));

    /// <summary>An entry of the index of deletions.</summary>
    internal static uint Deletion(ulong hash, int length, uint place, int placeBits) =>
        (uint)(hash << (placeBits + LengthBits)) | ((uint)(length & 15) << placeBits) | place;

    /// <summary>The place of a hash among a number of places, ascending with the hash.</summary>
    internal static long Home(ulong hash, long places) => (long)Math.BigMul(hash, (ulong)places, out _);

    /// <summary>Key by which entities are sorted and found: the number of a Wikidata item, else a hash.</summary>
    internal static ulong IdKey(ReadOnlySpan<char> id) =>
        id.Length is > 1 and < 20 && id[0] == 'Q' && id[1] is >= '1' and <= '9' && ulong.TryParse(id[1..], System.Globalization.NumberStyles.None, null, out var number)
            ? number : StableHash.Of(id) | HashedId;

    /// <summary>A partial date in 23 bits; 0 = none.</summary>
    internal static uint Pack(PartialDate? date) =>
        date is { } known ? (uint)((known.Year << 9) | (known.Month << 5) | known.Day) : 0;

    /// <summary>The date that was packed.</summary>
    internal static PartialDate? Unpack(uint packed) =>
        packed == 0 ? null : new PartialDate((int)(packed >> 9) & 0x3FFF, (int)(packed >> 5) & 15, (int)packed & 31);
}

/// <summary>Sections in file order.</summary>
internal enum Section
{
    Kinds,
    Roles,
    Entities,
    Blocks,
    NameSlots,
    NameLists,
    TransliterationSlots,
    TransliterationLists,
    DemonymSlots,
    DemonymLists,
    MetonymSlots,
    MetonymLists,
    ExternalIdSlots,
    ExternalIdLists,
    Words,
    DeletionDirectory,
    Deletions,
    Beginnings,
    Offices,
    OfficeBlocks,
    OfficesByPolity,
    Tenures,
    TenuresByHolder,
    Capitals,
    Count,
}

/// <summary>The first bytes of the file; the section table follows.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
internal unsafe struct CatalogueHeader
{
    internal ulong Magic;
    internal uint Version;
    internal uint SectionCount;
    internal ulong HeaderChecksum; // of header and section table, with this field 0
    internal ulong PayloadChecksum;
    internal ulong SourceChecksum;
    internal ulong FileLength;
    internal uint Date;
    internal uint EntityCount;
    internal uint AliasCount;
    internal uint OfficeCount;
    internal uint TenureCount;
    internal uint WordCount;
    internal fixed byte Name[CatalogueFormat.NameLength];
}

/// <summary>Where a section lies.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
internal struct SectionEntry
{
    internal ulong Offset;
    internal ulong Length;
}

/// <summary>What is fixed in size about an entity.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
internal struct EntityRecord
{
    internal ulong IdKey;
    internal ulong Block;
    internal ushort Prior;
    internal ushort Kind;
    internal byte Type;
    internal byte IsCapital;
    internal ushort Reserved;
}

/// <summary>A slot of an alias index; empty when both fields are 0.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
internal struct AliasSlot
{
    internal ulong Hash;
    internal uint Value;
}

/// <summary>What is fixed in size about an office.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
internal struct OfficeRecord
{
    internal uint Of;
    internal ushort Role;
    internal ushort IsExclusive;
    internal uint FirstTenure;
    internal uint TenureCount;
    internal ulong Block;
}

/// <summary>A tenure.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
internal struct TenureRecord
{
    internal const uint ActingFlag = 1u << 31;

    internal uint Holder;
    internal uint Office;
    internal uint Start; // packed date, and the acting flag
    internal uint End;
}

/// <summary>A pair of a sorted relation.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
internal struct IndexPair
{
    internal uint From;
    internal uint To;
}
