using EntityRes.Resolution.Catalogue;

namespace EntityRes.Resolution.Roles;

/// <summary>Alias key inside a role phrase → the countries and organisations that it may stand for.</summary>
internal static class PolityFinder
{
    /// <summary>Finds what a key may stand for.</summary>
    /// <param name="catalogue">Where to look.</param>
    /// <param name="key">Alias key: "russian", "ukraine", "moscow", "kremlin", "nato".</param>
    /// <returns>
    /// Entities, each once: those of that origin or name first, the most named first; then the countries whose capital or
    /// institution bears the name.
    /// </returns>
    internal static List<int> Find(EntityCatalogue catalogue, string key)
    {
        var found = new List<int>();
        AddByPrior(catalogue, catalogue.Demonyms.Find(key), found);
        AddByPrior(catalogue, catalogue.Names.Find(key), found);
        AddByPrior(catalogue, catalogue.Metonyms.Find(key), found);
        for (int i = 0, direct = found.Count; i < direct; i++)
        {
            var entity = catalogue.Entities[found[i]];
            if (!entity.IsCapital && entity.Type != EntityType.Organization)
                continue;
            foreach (var polity in entity.Of)
            {
                if (!found.Contains(polity))
                    found.Add(polity);
            }
        }

        return found;
    }

    private static void AddByPrior(EntityCatalogue catalogue, ReadOnlySpan<int> entities, List<int> found)
    {
        var start = found.Count;
        foreach (var entity in entities)
        {
            if (catalogue.Entities[entity].Type != EntityType.Person && !found.Contains(entity))
                found.Add(entity);
        }

        found.Sort(start, found.Count - start, Comparer<int>.Create((one, other) =>
        {
            var (first, second) = (catalogue.Entities[one], catalogue.Entities[other]);
            var byPrior = second.Prior01.CompareTo(first.Prior01);
            return byPrior != 0 ? byPrior : string.CompareOrdinal(first.Id, second.Id);
        }));
    }
}
