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
