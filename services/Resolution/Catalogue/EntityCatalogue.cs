using EntityRes.Resolution.Roles;

namespace EntityRes.Resolution.Catalogue;

/// <summary>The knowledge base: who is who, and who held which office when. Immutable and thread-safe.</summary>
public sealed class EntityCatalogue
{
    private readonly Dictionary<string, int> _byId;
    private readonly Dictionary<int, int> _capitals;

    internal EntityCatalogue(
        string version,
        IReadOnlyList<CatalogueEntity> entities,
        AliasIndex names,
        AliasIndex transliterations,
        AliasIndex demonyms,
        Dictionary<int, int> capitals,
        OfficeIndex offices)
    {
        Version = version;
        Entities = entities;
        Names = names;
        Transliterations = transliterations;
        Demonyms = demonyms;
        Offices = offices;
        _capitals = capitals;
        Capitals = new HashSet<int>(capitals.Values);
        _byId = new Dictionary<string, int>(entities.Count, StringComparer.Ordinal);
        for (var i = 0; i < entities.Count; i++)
            _byId.Add(entities[i].Id, i);
    }

    /// <summary>Name and checksum of the content: equal versions give equal answers.</summary>
    public string Version { get; }

    /// <summary>All entities; an entity's index is its number in every other structure.</summary>
    public IReadOnlyList<CatalogueEntity> Entities { get; }

    /// <summary>Alias key → entities.</summary>
    public AliasIndex Names { get; }

    /// <summary>Transliteration-neutral key → entities.</summary>
    public AliasIndex Transliterations { get; }

    /// <summary>Alias key of an adjective or noun of origin ("russian", "russians") → places.</summary>
    public AliasIndex Demonyms { get; }

    /// <summary>Who held which office when.</summary>
    public OfficeIndex Offices { get; }

    /// <summary>All seats of government.</summary>
    public IReadOnlySet<int> Capitals { get; }

    /// <summary>Finds an entity by its canonical id.</summary>
    /// <returns>False when the catalogue has no such id.</returns>
    public bool TryFind(string id, out int entity) => _byId.TryGetValue(id, out entity);

    /// <summary>Finds a country's seat of government.</summary>
    /// <returns>False when it has none or none is known.</returns>
    public bool TryFindCapital(int country, out int city) => _capitals.TryGetValue(country, out city);
}
