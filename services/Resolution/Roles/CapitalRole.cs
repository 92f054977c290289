using EntityRes.Resolution.Catalogue;

namespace EntityRes.Resolution.Roles;

/// <summary>"the French capital" → the seat of government.</summary>
internal static class CapitalRole
{
    private const string Noun = "capital";

    /// <summary>Reads a role mention as a capital.</summary>
    /// <param name="catalogue">Where to look.</param>
    /// <param name="surface">Its surface form.</param>
    /// <param name="city">The city, as index into the catalogue, when the method returns true.</param>
    /// <returns>False when the phrase names no capital, or not of which country.</returns>
    internal static bool TryResolve(EntityCatalogue catalogue, string surface, out int city)
    {
        city = -1;
        if (!RolePhraseParser.TryParse(surface, noun => noun == Noun, longestNoun: 1, out var phrase)
            || phrase.Modifiers != RoleModifiers.None || phrase.Polity.Length == 0)
            return false;
        foreach (var polity in PolityFinder.Find(catalogue, phrase.Polity))
        {
            if (catalogue.TryFindCapital(polity, out city))
                return true;
        }

        return false;
    }
}
