using EntityRes.Resolution.CanonicalIds;
using EntityRes.Resolution.Catalogue;
using EntityRes.Resolution.Ledger;
using EntityRes.Resolver.Identity;
using EntityRes.V1;

namespace EntityRes.Resolver;

/// <summary>Entities of the catalogue and of the store → those of the wire.</summary>
internal static class EntityMapping
{
    /// <summary>The name of Wikidata among the systems of external ids.</summary>
    internal const string Wikidata = "wikidata";

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
            else
                mapped.MergedFrom.Add(external);
        }

        return mapped;
    }

    internal static Entity ToProto(MintedEntity entity) =>
        new() { Id = entity.Id, Name = entity.Name, Type = (EntityType)entity.Type };

    internal static Evidence ToProto(MintedEvidence evidence) => new()
    {
        Sightings = evidence.Sightings,
        Names = { evidence.Names },
        FirstSeen = evidence.FirstSeen?.ToString() ?? "",
        LastSeen = evidence.LastSeen?.ToString() ?? "",
        DocumentIds = { evidence.Documents },
    };

    /// <summary>Adds what people decided on an entity.</summary>
    internal static void AddJudgements(Entity entity, LedgerState ledger, bool includeHistory)
    {
        entity.MergedFrom.AddRange(ledger.MergedFrom(entity.Id));
        entity.SplitInto.AddRange(ledger.Successors(entity.Id));
        if (includeHistory)
            entity.History.AddRange(ledger.History(entity.Id).Select(HistoryMapping.ToHistory));
    }
}
