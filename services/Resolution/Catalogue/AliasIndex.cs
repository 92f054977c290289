namespace EntityRes.Resolution.Catalogue;

/// <summary>Key → entities. Immutable and thread-safe.</summary>
/// <remarks>A lookup hashes the key once and allocates nothing.</remarks>
public sealed class AliasIndex
{
    private readonly Dictionary<string, int[]> _entities;
    private readonly Dictionary<string, int[]>.AlternateLookup<ReadOnlySpan<char>> _bySpan;

    private AliasIndex(Dictionary<string, int[]> entities)
    {
        _entities = entities;
        _bySpan = entities.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>Number of distinct keys.</summary>
    public int Count => _entities.Count;

    /// <summary>The entities with a key, ascending; empty when there are none.</summary>
    public ReadOnlySpan<int> Find(ReadOnlySpan<char> key) =>
        _bySpan.TryGetValue(key, out var entities) ? entities : [];

    /// <summary>Collects keys for an index.</summary>
    public sealed class Builder
    {
        private readonly Dictionary<string, List<int>> _entities = new(StringComparer.Ordinal);

        /// <summary>Adds one key of one entity; repetitions and empty keys are ignored.</summary>
        public void Add(string key, int entity)
        {
            if (key.Length == 0)
                return;
            if (!_entities.TryGetValue(key, out var entities))
                _entities.Add(key, entities = []);
            if (!entities.Contains(entity))
                entities.Add(entity);
        }

        /// <summary>Freezes what was added.</summary>
        public AliasIndex Build()
        {
            var frozen = new Dictionary<string, int[]>(_entities.Count, StringComparer.Ordinal);
            foreach (var (key, entities) in _entities)
            {
                entities.Sort();
                frozen.Add(key, [.. entities]);
            }

            return new AliasIndex(frozen);
        }
    }
}
