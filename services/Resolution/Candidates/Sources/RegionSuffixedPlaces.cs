using EntityRes.Resolution.Catalogue;
using EntityRes.Text;

namespace EntityRes.Resolution.Candidates.Sources;

/// <summary>A place, a comma and what it lies in: the place of that name that belongs there.</summary>
internal static class RegionSuffixedPlaces
{
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
                if (name.Catalogue.Entities[place].Type == EntityType.Location && PlaceContainment.LiesIn(name.Catalogue, place, region))
                    name.Add(place, MatchKind.RegionSuffixed, candidates);
            }
        }
    }
}
