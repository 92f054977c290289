using System.Collections;

namespace EntityRes.Resolution.Catalogue;

/// <summary>All entities by index: items of Wikidata by number, then the others. Immutable and thread-safe.</summary>
public sealed class EntityTable : IReadOnlyList<CatalogueEntity>
{
    private readonly MappedSection _records; // EntityRecord[entities]
    private readonly string[] _kinds;
    private readonly int _compiledCount;
    private readonly CatalogueAdditions? _additions;

    internal EntityTable(CatalogueFile file)
    {
        _records = file[Section.Entities];
        Blocks = file[Section.Blocks];
        Count = _compiledCount = checked((int)_records.CountOf<EntityRecord>());
        var position = 0L;
        _kinds = file[Section.Kinds].Texts(ref position);
    }

    private EntityTable(EntityTable compiled, CatalogueAdditions additions)
    {
        (_records, Blocks, _kinds, _compiledCount) = (compiled._records, compiled.Blocks, compiled._kinds, compiled._compiledCount);
        Count = _compiledCount + additions.Indexes.Count;
        _additions = additions;
    }

    /// <inheritdoc/>
    public int Count { get; }

    /// <summary>Names, notes and references of the entities.</summary>
    internal MappedSection Blocks { get; }

    /// <inheritdoc/>
    public CatalogueEntity this[int index] => new(
        this, index < _compiledCount ? _records.Record<EntityRecord>(index) : default, _additions?.Entities.GetValueOrDefault(index));

    /// <inheritdoc/>
    public IEnumerator<CatalogueEntity> GetEnumerator()
    {
        for (var i = 0; i < Count; i++)
            yield return this[i];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The same entities with additions.</summary>
    internal EntityTable With(CatalogueAdditions additions) => new(this, additions);

    /// <summary>The name of a kind.</summary>
    internal string KindName(int kind) => _kinds[kind];

    /// <summary>Finds an entity by its canonical id. O(log entities), no allocation.</summary>
    internal bool TryFind(ReadOnlySpan<char> id, out int entity)
    {
        var key = CatalogueFormat.IdKey(id);
        int low = 0, high = _compiledCount - 1;
        while (low <= high)
        {
            entity = (int)(((uint)low + (uint)high) >> 1);
            var found = _records.Record<EntityRecord>(entity).IdKey;
            if (found == key)
                return (key & CatalogueFormat.HashedId) == 0 || id.SequenceEqual(this[entity].Id);
            if (found < key)
                low = entity + 1;
            else
                high = entity - 1;
        }

        entity = -1;
        return _additions is not null && _additions.Indexes.TryGetValue(id.ToString(), out entity);
    }
}
