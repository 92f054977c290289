using EntityRes.Resolution.Catalogue;
using EntityRes.Text;

namespace EntityRes.Resolution.Roles;

/// <summary>"the German central bank" → the organisation of that kind, when its country has no other.</summary>
/// <remarks>The organisations are gathered when the first such role is met: one pass over the catalogue. Thread-safe.</remarks>
internal sealed class OrganisationRole
{
    private const int Several = -1;

    private static readonly Dictionary<string, string> KindByNoun = new(StringComparer.Ordinal)
    {
        ["central bank"] = "central-bank",
        ["parliament"] = "parliament",
    };

    private readonly EntityCatalogue _catalogue;
    private readonly RolePhraseParser _parser;
    private readonly Lazy<Dictionary<(string Kind, int Polity), int>> _only; // organisation, or Several

    internal OrganisationRole(EntityCatalogue catalogue)
    {
        _catalogue = catalogue;
        _parser = new RolePhraseParser(KindByNoun.ContainsKey, longestNoun: 2, catalogue.IsNamed);
        _only = new(Gather);
    }

    /// <summary>Reads a role mention as an organisation.</summary>
    /// <param name="surface">Its surface form.</param>
    /// <param name="organisation">The organisation, as index into the catalogue, when the method returns true.</param>
    /// <returns>False when the phrase names no such kind, or not of which country, or the country has several or none.</returns>
    internal bool TryResolve(string surface, out int organisation)
    {
        organisation = -1;
        var phrase = _parser.Parse(surface);
        if (phrase.Noun.Length == 0 || phrase.IsIndefinite || phrase.Modifiers != RoleModifiers.None || phrase.Polity.Length == 0)
            return false;
        var kind = KindByNoun[phrase.Noun];
        if (TryFindNamed(AliasKey.Of(phrase.Title), kind, out organisation))
            return true;
        foreach (var polity in PolityFinder.Find(_catalogue, phrase.Polity))
        {
            if (_catalogue.Entities[polity.Entity].Type == EntityType.Location && _only.Value.TryGetValue((kind, polity.Entity), out organisation))
                return organisation != Several;
        }

        return false;
    }

    // The phrase may be a name of its own: "the European Parliament", "the UK parliament".
    private bool TryFindNamed(string key, string kind, out int organisation)
    {
        organisation = -1;
        foreach (var entity in _catalogue.Names.Find(key))
        {
            if (_catalogue.Entities[entity].Kind != kind)
                continue;
            if (organisation >= 0)
                return false;
            organisation = entity;
        }

        return organisation >= 0;
    }

    private Dictionary<(string Kind, int Polity), int> Gather()
    {
        var only = new Dictionary<(string, int), int>();
        for (var i = 0; i < _catalogue.Entities.Count; i++)
        {
            var entity = _catalogue.Entities[i];
            if (entity.Type != EntityType.Organization || !KindByNoun.ContainsValue(entity.Kind))
                continue;
            foreach (var polity in entity.Of)
                only[(entity.Kind, polity)] = only.ContainsKey((entity.Kind, polity)) ? Several : i;
        }

        return only;
    }
}
