using EntityRes.Resolution.Catalogue;
using EntityRes.Text;

namespace EntityRes.Resolution.Candidates.Sources;

/// <summary>A place, a comma and what it lies in: the place of that name that belongs there.</summary>
internal static class RegionSuffixedPlaces
{
    private const int MostLevels = 3; // town, state, country

    internal static void Find(in CandidateName name, List<Candidate> candidates)
    {
        var comma = name.Surface.IndexOf(',', StringComparison.Ordinal);
        if (comma <= 0 || name.Type != EntityType.Location)
            return;
        var regions = name.Catalogue.Names.Find(AliasKey.Of(name.Surface.AsSpan(name.Surface.LastIndexOf(',') + 1)));
        foreach (var place in name.Catalogue.Names.Find(AliasKey.Of(name.Surface.AsSpan(0, comma))))
        {
            foreach (var region in regions)
            {
                if (name.Catalogue.Entities[place].Type == EntityType.Location && LiesIn(name.Catalogue, place, region, MostLevels))
                    name.Add(place, MatchKind.RegionSuffixed, candidates);
            }
        }
    }

    private static bool LiesIn(EntityCatalogue catalogue, int place, int region, int levels)
    {
        if (levels == 0)
            return false;
        foreach (var container in catalogue.Entities[place].Of)
        {
            if (container == region || LiesIn(catalogue, container, region, levels - 1))
                return true;
        }

        return false;
    }
}
