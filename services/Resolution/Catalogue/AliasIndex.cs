using System.Runtime.CompilerServices;
using EntityRes.Text;

namespace EntityRes.Resolution.Catalogue;

/// <summary>Key → entities: a view of two sections. Immutable and thread-safe.</summary>
/// <remarks>
/// A hash table with linear probing, slots ascending by hash, so that it is written in one pass over sorted hashes. A key is
/// represented by its 64-bit hash alone: a key that no entity has is mistaken for one that some entity has with a probability of
/// the number of keys over 2⁶⁴, below 10⁻¹¹ for a hundred million. A lookup hashes the key once, touches one or two cache
/// lines and allocates nothing.
/// </remarks>
public sealed class AliasIndex
{
    private readonly MappedSection _slots; // AliasSlot[places]
    private readonly MappedSection _lists; // uint: count, entity, entity, …
    private readonly long _places;
    private readonly long _homes;
    private readonly AddedNames? _added;

    internal AliasIndex(MappedSection slots, MappedSection lists)
    {
        // The last places are overflow: no hash has its home there.
        _slots = slots;
        _lists = lists;
        _places = slots.CountOf<AliasSlot>();
        _homes = HomesOf(_places);
    }

    private AliasIndex(AliasIndex compiled, AddedNames added) =>
        (_slots, _lists, _places, _homes, _added) = (compiled._slots, compiled._lists, compiled._places, compiled._homes, added);

    /// <summary>The same index with added keys.</summary>
    internal AliasIndex With(AddedNames added) => new(this, added);

    /// <summary>The entities with a key, ascending; empty when there are none.</summary>
    public ReadOnlySpan<int> Find(ReadOnlySpan<char> key) => FindHash(StableHash.Of(key));

    /// <summary>The entities whose key has a hash.</summary>
    internal ReadOnlySpan<int> FindHash(ulong hash)
    {
        if (_added is not null && _added.TryFind(hash, out var all))
            return all;
        if (!TryFindSlot(hash, out var place, out var value))
            return [];
        if ((value & CatalogueFormat.ListFlag) == 0)
            return _slots.Records<int>((place * Unsafe.SizeOf<AliasSlot>()) + sizeof(ulong), 1);
        var list = (long)(value & ~CatalogueFormat.ListFlag);
        return _lists.Records<int>((list + 1) * sizeof(int), _lists.Record<int>(list));
    }

    /// <summary>Whether any entity has a key with a hash.</summary>
    internal bool HasHash(ulong hash) => FindHash(hash).Length > 0;

    /// <summary>Places that hashes may have as home, of all places: the rest is overflow.</summary>
    internal static long HomesOf(long places) => Math.Max(0, places - Overflow);

    /// <summary>Places after the last home.</summary>
    internal const int Overflow = 256;

    private bool TryFindSlot(ulong hash, out long place, out uint value)
    {
        value = 0;
        place = 0;
        if (_homes == 0)
            return false;
        for (place = CatalogueFormat.Home(hash, _homes); place < _places; place++)
        {
            var slot = _slots.Record<AliasSlot>(place);
            if (slot.Hash == hash)
            {
                value = slot.Value;
                return true;
            }

            if (slot.Hash > hash || (slot.Hash == 0 && slot.Value == 0))
                return false;
        }

        return false;
    }
}
