using EntityRes.Resolution.Catalogue;

namespace EntityRes.Resolution.Roles;

/// <summary>Alias key inside a role phrase → the countries and organisations that it may stand for.</summary>
internal static class PolityFinder
{
    /// <summary>Finds what a key may stand for.</summary>
    /// <param name="catalogue">Where to look.</param>
    /// <param name="key">Alias key: "russian", "ukraine", "moscow", "kremlin", "nato".</param>
    /// <returns>
    /// Entities, each once: those of that origin or name first, the most named first; then the countries whose capital,
    /// building or central bank bears the name. Other organisations do not stand for their country: the head of the World Bank
    /// is not that of the United Nations.
    /// </returns>
    internal static List<Polity> Find(EntityCatalogue catalogue, string key)
    {
        var found = new List<Polity>();
        AddByPrior(catalogue, catalogue.Demonyms.Find(key), found);
        AddByPrior(catalogue, catalogue.Names.Find(key), found);
        AddByPrior(catalogue, catalogue.Metonyms.Find(key), found);
        for (int i = 0, direct = found.Count; i < direct; i++)
        {
            var entity = catalogue.Entities[found[i].Entity];
            if (RouteFrom(entity) is not { } route)
                continue;
            foreach (var polity in entity.Of)
                Add(found, new Polity(polity, route));
        }

        return found;
    }

    private static PolityRoute? RouteFrom(in CatalogueEntity entity) => entity.Kind switch
    {
        "capital" => PolityRoute.Capital,
        "office-building" => PolityRoute.Building,
        "central-bank" => PolityRoute.CentralBank,
        _ => entity.IsCapital ? PolityRoute.Capital : null,
    };

    private static void AddByPrior(EntityCatalogue catalogue, ReadOnlySpan<int> entities, List<Polity> found)
    {
        var start = found.Count;
        foreach (var entity in entities)
        {
            if (catalogue.Entities[entity].Type != EntityType.Person)
                Add(found, new Polity(entity, PolityRoute.Own));
        }

        if (found.Count - start < 2)
            return;
        found.Sort(start, found.Count - start, Comparer<Polity>.Create((one, other) =>
        {
            var (first, second) = (catalogue.Entities[one.Entity], catalogue.Entities[other.Entity]);
            var byPrior = second.Prior01.CompareTo(first.Prior01);
            return byPrior != 0 ? byPrior : string.CompareOrdinal(first.Id, second.Id);
        }));
    }

    private static void Add(List<Polity> found, Polity polity)
    {
        foreach (var known in found)
        {
            if (known.Entity == polity.Entity)
                return;
        }

        found.Add(polity);
    }
}
