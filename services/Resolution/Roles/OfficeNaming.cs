using EntityRes.Resolution.Catalogue;
using EntityRes.Text;

namespace EntityRes.Resolution.Roles;

/// <summary>Title or slug as a person writes it → the office.</summary>
public static class OfficeNaming
{
    /// <summary>Whether a title or slug names exactly one office, or one that may be added: a known role of a known entity.</summary>
    /// <param name="catalogue">Where to look.</param>
    /// <param name="office">"President of Russia", <c>ru/president</c>, "CEO of Acme Corp".</param>
    public static bool IsKnown(EntityCatalogue catalogue, string office) => Find(catalogue, office) is not null;

    /// <summary>Finds the office, or makes the one that is to be added.</summary>
    /// <returns>The office and its index, one past the last when it is new; null when the words name none or several.</returns>
    internal static (int Index, Office Office)? Find(EntityCatalogue catalogue, string office)
    {
        var offices = catalogue.Offices;
        var key = AliasKey.Of(office);
        int? found = null;
        for (var i = 0; i < offices.All.Count; i++)
        {
            if (offices.SlugAt(i) == office)
                return (i, offices.OfficeAt(i));
            if (key.Length == 0 || !offices.TitlesAt(i).Titles.Contains(key, StringComparer.Ordinal))
                continue;
            if (found is not null)
                return null;
            found = i;
        }

        return found is { } index ? (index, offices.OfficeAt(index)) : Make(catalogue, office);
    }

    private static (int Index, Office Office)? Make(EntityCatalogue catalogue, string title)
    {
        var offices = catalogue.Offices;
        var phrase = new RolePhraseParser(noun => offices.RolesOf(noun).Count > 0, offices.LongestNounWords, catalogue.IsNamed).Parse(title);
        if (phrase.Noun.Length == 0 || phrase.Polity.Length == 0 || phrase.Modifiers != RoleModifiers.None)
            return null;
        var polities = PolityFinder.Find(catalogue, phrase.Polity);
        if (polities.Count == 0 || polities[0].Route != PolityRoute.Own)
            return null;
        var (role, of) = (offices.RolesOf(phrase.Noun)[0].Role, polities[0].Entity);
        foreach (var known in offices.Of(of))
        {
            if (known.Role == role)
                return (offices.IndexOf(known.Slug), known);
        }

        var slug = $"own/{catalogue.Entities[of].Id}/{role}";
        return (offices.All.Count, new Office(slug, of, role, title, [], IsExclusive: true, [], []));
    }
}
