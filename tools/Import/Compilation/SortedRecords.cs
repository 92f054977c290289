using System.Runtime.InteropServices;

namespace EntityRes.Import.Compilation;

/// <summary>A hash of a key and an entity or word that has it; by hash, then number.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
internal readonly record struct HashedEntry(ulong Hash, uint Number) : IComparable<HashedEntry>
{
    public int CompareTo(HashedEntry other)
    {
        var byHash = Hash.CompareTo(other.Hash);
        return byHash != 0 ? byHash : Number.CompareTo(other.Number);
    }
}

/// <summary>A hash of a deletion, and the word: where it stands and how long it is; by hash, then place.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
internal readonly record struct DeletionEntry(ulong Hash, uint Place, byte Length) : IComparable<DeletionEntry>
{
    public int CompareTo(DeletionEntry other)
    {
        var byHash = Hash.CompareTo(other.Hash);
        return byHash != 0 ? byHash : Place.CompareTo(other.Place);
    }
}
