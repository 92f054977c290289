using EntityRes.Import.Curated;
using EntityRes.Text;

namespace EntityRes.Import.Verification;

/// <summary>ISO code, QID or name of a country → its reference in the catalogue.</summary>
internal sealed class CountryNames
{
    private static readonly HashSet<string> Kinds = new(StringComparer.Ordinal) { "country", "territory", "state", "alliance", "international-organisation" };
    private readonly Dictionary<string, string> _references = new(StringComparer.Ordinal);

    internal CountryNames(CuratedCatalogue catalogue)
    {
        foreach (var (country, iso2, iso3) in catalogue.Codes)
        {
            _references[iso2.ToUpperInvariant()] = country;
            _references[iso3.ToUpperInvariant()] = country;
        }

        // Countries first, so that Georgia is the country.
        foreach (var entity in catalogue.Entities.Where(entity => Kinds.Contains(entity.Kind)).OrderBy(entity => entity.Kind == "country" ? 0 : 1))
        {
            _references.TryAdd(entity.Reference, entity.Reference);
            foreach (var name in entity.Names)
                _references.TryAdd(KeyOf(name), entity.Reference);
        }
    }

    /// <summary>The reference of a country, or null when the catalogue does not know it.</summary>
    internal string? Find(string country) =>
        _references.GetValueOrDefault(country) ?? _references.GetValueOrDefault(KeyOf(country));

    private static string KeyOf(string name) => "=" + AliasKey.Of(name);
}
