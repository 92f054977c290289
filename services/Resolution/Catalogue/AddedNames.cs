using System.Collections.Immutable;
using EntityRes.Text;

namespace EntityRes.Resolution.Catalogue;

/// <summary>Keys that were added to an <see cref="AliasIndex"/> at run time. Immutable.</summary>
internal sealed class AddedNames
{
    internal static readonly AddedNames None = new([], []);

    private readonly ImmutableDictionary<ulong, ImmutableSortedSet<int>> _added; // hash of the key → added entities
    private readonly ImmutableDictionary<ulong, int[]> _all;                     // the same with the compiled ones, ascending

    private AddedNames(ImmutableDictionary<ulong, ImmutableSortedSet<int>> added, ImmutableDictionary<ulong, int[]> all) =>
        (_added, _all) = (added, all);

    /// <summary>Finds all entities of a key that was added to.</summary>
    internal bool TryFind(ulong hash, out int[]? entities) => _all.TryGetValue(hash, out entities);

    /// <summary>With one more key of an entity.</summary>
    internal AddedNames With(AliasIndex compiled, string key, int entity)
    {
        var hash = StableHash.Of(key);
        return Replace(compiled, hash, _added.GetValueOrDefault(hash, []).Add(entity));
    }

    /// <summary>Without a key of an entity; a compiled one stays.</summary>
    internal AddedNames Without(AliasIndex compiled, string key, int entity)
    {
        var hash = StableHash.Of(key);
        return _added.TryGetValue(hash, out var entities) ? Replace(compiled, hash, entities.Remove(entity)) : this;
    }

    private AddedNames Replace(AliasIndex compiled, ulong hash, ImmutableSortedSet<int> entities) => entities.IsEmpty
        ? new AddedNames(_added.Remove(hash), _all.Remove(hash))
        : new AddedNames(_added.SetItem(hash, entities), _all.SetItem(hash, [.. entities.Union(compiled.FindHash(hash).ToArray())]));
}
