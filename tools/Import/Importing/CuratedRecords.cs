using EntityRes.Import.Compilation;
using EntityRes.Import.Sources;
using EntityRes.Resolution;
using EntityRes.Resolution.CanonicalIds;

namespace EntityRes.Import.Importing;

/// <summary>A curated catalogue → imported records, to be joined with those of other sources.</summary>
internal static class CuratedRecords
{
    internal static IEnumerable<ImportedRecord> Of(CatalogueSource source)
    {
        var tenures = source.Tenures.ToLookup(tenure => tenure.Holder, StringComparer.Ordinal);
        foreach (var entity in source.Entities)
        {
            yield return new ImportedRecord
            {
                Id = entity.Id,
                Kind = entity.Kind,
                Type = entity.Type,
                Name = entity.Name,
                Aliases = [.. entity.Aliases],
                Note = entity.Note,
                Of = [.. entity.Of],
                ExternalIds = [.. entity.ExternalIds],
                Demonyms = [.. entity.Demonyms],
                Metonyms = [.. entity.Metonyms],
                Capital = entity.Capital,
                Prior01 = entity.Prior01,
                Tenures = [.. tenures[entity.Id].Select(tenure => new ImportedTenure(
                    tenure.Office, "", tenure.Holder, tenure.Start, tenure.End, tenure.IsActing))],
            };
        }

        foreach (var office in source.Offices)
        {
            yield return new ImportedRecord
            {
                Id = MintedId.Of(EntityType.Other, "office:" + office.Slug),
                Kind = KindTable.Office,
                OfficeSlug = office.Slug,
                Role = office.Role,
                Name = office.Title,
                Aliases = [.. office.Aliases],
                Of = [office.Of],
            };
        }
    }
}
