using EntityRes.Resolution.Catalogue;

namespace EntityRes.Import.Compilation;

/// <summary>Id → index of the entity: sorted id keys, 8 bytes each.</summary>
internal sealed class IdTable
{
    private readonly Dictionary<string, int> _aliases = new(StringComparer.Ordinal);
    private ulong[] _keys = new ulong[1024];

    /// <summary>How many there are.</summary>
    internal int Count { get; private set; }

    /// <summary>Adds the next id.</summary>
    /// <exception cref="InvalidDataException">It does not sort after the last one.</exception>
    internal void Add(string id)
    {
        var key = CatalogueFormat.IdKey(id);
        if (Count > 0 && key <= _keys[Count - 1])
            throw new InvalidDataException($"entity '{id}' comes twice or out of order");
        if (Count == _keys.Length)
            Array.Resize(ref _keys, _keys.Length * 2);
        _keys[Count++] = key;
    }

    /// <summary>Lets the last id be found by another one: a country by its ISO code.</summary>
    internal void AddAlias(string alias) => _aliases.TryAdd(alias, Count - 1);

    /// <summary>Finds the index of an id or an alias.</summary>
    internal bool TryFind(string id, out int index)
    {
        if (_aliases.TryGetValue(id, out index))
            return true;
        index = Array.BinarySearch(_keys, 0, Count, CatalogueFormat.IdKey(id));
        return index >= 0;
    }
}
