using EntityRes.Resolution.Catalogue;

namespace EntityRes.Resolution.Roles;

/// <summary>"the French capital" → the seat of government.</summary>
internal sealed class CapitalRole(EntityCatalogue catalogue)
{
    private readonly RolePhraseParser _parser = new(noun => noun == "capital", longestNoun: 1, catalogue.IsNamed);

    /// <summary>Reads a role mention as a capital.</summary>
    /// <param name="surface">Its surface form.</param>
    /// <param name="city">The city, as index into the catalogue, when the method returns true.</param>
    /// <returns>False when the phrase names no capital, or not of which country.</returns>
    internal bool TryResolve(string surface, out int city)
    {
        city = -1;
        var phrase = _parser.Parse(surface);
        if (phrase.Noun.Length == 0 || phrase.Modifiers != RoleModifiers.None || phrase.Polity.Length == 0)
            return false;
        foreach (var polity in PolityFinder.Find(catalogue, phrase.Polity))
        {
            if (catalogue.TryFindCapital(polity.Entity, out city))
                return true;
        }

        return false;
    }
}
