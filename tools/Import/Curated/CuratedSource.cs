using EntityRes.Import.Compilation;
using EntityRes.Resolution.CanonicalIds;
using EntityRes.Resolution.Catalogue;
using EntityRes.Resolution.Roles;

namespace EntityRes.Import.Curated;

/// <summary>A curated catalogue → what the compiler reads.</summary>
public static class CuratedSource
{
    private const float LargestPrior = 1000;

    /// <summary>Prepares compiling.</summary>
    /// <exception cref="InvalidDataException">The catalogue has problems; names file, line and reason of the first.</exception>
    public static CatalogueSource Of(CuratedCatalogue catalogue)
    {
        if (catalogue.Problems.Count > 0)
            throw new InvalidDataException(catalogue.Problems[0]);
        var ids = catalogue.ByReference.ToDictionary(pair => pair.Key, pair => IdOf(pair.Value), StringComparer.Ordinal);
        var leading = catalogue.Leaders.ToLookup(period => period.Office, period => new LeadingPeriod(period.Start, period.End), StringComparer.Ordinal);
        return new CatalogueSource
        {
            Name = catalogue.Name,
            Date = catalogue.Date,
            Checksum = catalogue.Checksum,
            Entities = [.. Entities(catalogue, ids).OrderBy(entity => CatalogueFormat.IdKey(entity.Id))],
            Roles = catalogue.Roles,
            Offices = [.. catalogue.Offices.Select(office => new SourceOffice(
                office.Slug, ids[office.Of], office.Role, office.Title, office.Aliases, office.IsExclusive, [.. leading[office.Slug]]))],
            Tenures = [.. catalogue.Tenures.Select(tenure => new SourceTenure(
                tenure.Office, ids[tenure.Holder], tenure.Start, tenure.End, tenure.IsActing))],
        };
    }

    /// <summary>A prior of the files, 1–1000, on the scale of the catalogue.</summary>
    public static float Prior01(int prior) => MathF.Log(1 + prior) / MathF.Log(1 + LargestPrior);

    private static IEnumerable<SourceEntity> Entities(CuratedCatalogue catalogue, Dictionary<string, string> ids)
    {
        var demonyms = catalogue.Demonyms.ToLookup(link => link.To, link => link.From, StringComparer.Ordinal);
        var metonyms = catalogue.Metonyms.ToLookup(link => link.To, link => link.From, StringComparer.Ordinal);
        var capitals = catalogue.Capitals.ToLookup(link => link.From, link => link.To, StringComparer.Ordinal);
        var codes = catalogue.Codes.ToLookup(code => code.Country, StringComparer.Ordinal);
        foreach (var entity in catalogue.Entities)
        {
            yield return new SourceEntity
            {
                Id = IdOf(entity),
                Type = entity.Type,
                Kind = entity.Kind,
                Name = entity.Name,
                Prior01 = Prior01(entity.Prior),
                Aliases = entity.Aliases,
                Note = entity.Note,
                Of = [.. entity.Of.Select(of => ids[of])],
                ExternalIds = [.. codes[entity.Reference].SelectMany(code => ExternalIds(code.Iso2, code.Iso3))],
                Demonyms = [.. demonyms[entity.Reference]],
                Metonyms = [.. metonyms[entity.Reference]],
                Capital = capitals[entity.Reference].FirstOrDefault() is { } capital ? ids[capital] : "",
            };
        }
    }

    private static IEnumerable<string> ExternalIds(string iso2, string iso3)
    {
        if (iso2.Length > 0)
            yield return "iso2:" + iso2;
        if (iso3.Length > 0)
            yield return "iso3:" + iso3;
    }

    private static string IdOf(CuratedEntity entity) => entity.Id.Length > 0 ? entity.Id : MintedId.Of(entity.Type, entity.Name);
}
