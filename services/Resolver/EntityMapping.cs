using EntityRes.Resolution.CanonicalIds;
using EntityRes.Resolution.Catalogue;
using EntityRes.V1;

namespace EntityRes.Resolver;

/// <summary>Entities of the catalogue and of the store → those of the wire.</summary>
internal static class EntityMapping
{
    private const string Wikidata = "wikidata";

    internal static Entity ToProto(CatalogueEntity entity)
    {
        var mapped = new Entity
        {
            Id = entity.Id,
            Name = entity.Name,
            Type = (EntityType)entity.Type,
            Description = entity.Note,
            Aliases = { entity.Aliases.Order(StringComparer.Ordinal) },
        };
        if (entity.Id[0] == 'Q')
            mapped.ExternalIds.Add(Wikidata, entity.Id);
        foreach (var external in entity.ExternalIds)
        {
            // "ror:0006s4z66"; a QID that was merged into this one has no scheme.
            var colon = external.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0)
                mapped.ExternalIds[external[..colon]] = external[(colon + 1)..];
        }

        return mapped;
    }

    internal static Entity ToProto(MintedEntity entity) =>
        new() { Id = entity.Id, Name = entity.Name, Type = (EntityType)entity.Type };
}
