using EntityRes.Resolution.Candidates;
using EntityRes.Resolution.Catalogue;
using EntityRes.Text;

namespace EntityRes.Resolution.Scoring.Features;

/// <summary>
/// Whether a place lies in the region that the text names after it ("Moscow, Idaho"): 1 it does, −1 it lies elsewhere, 0 where
/// nothing is said or known.
/// </summary>
internal static class InNamedRegion
{
    private const string Country = "country";

    // In a row of places only these can be what the one before lies in.
    private static readonly string[] Regions = [Country, "state", "region", "territory"];

    internal static float Measure(in ChainContext chain, Candidate candidate)
    {
        var catalogue = chain.Document.Catalogue;
        var place = catalogue.Entities[candidate.Entity];
        if (place.Type != EntityType.Location || Regions.Contains(place.Kind) || place.Of.Count == 0)
            return 0f;
        var verdict = 0f;
        foreach (var mention in chain.Chain.Mentions)
        {
            if (mention.Region is not { } region)
                continue;
            foreach (var entity in catalogue.Names.Find(AliasKey.Of(region)))
            {
                if (!Regions.Contains(catalogue.Entities[entity].Kind))
                    continue;
                if (PlaceContainment.LiesIn(catalogue, candidate.Entity, entity))
                    return 1f;
                if (LiesElsewhere(catalogue, place, entity))
                    verdict = -1f;
            }
        }

        return verdict;
    }

    // A place known to lie in the United States may lie in Ohio; one known to lie in Utah does not.
    private static bool LiesElsewhere(EntityCatalogue catalogue, in CatalogueEntity place, int region)
    {
        var mayLieThere = false;
        foreach (var container in place.Of)
        {
            if (PlaceContainment.LiesIn(catalogue, region, container))
                mayLieThere = true;
            else if (catalogue.Entities[container].Kind != Country && !PlaceContainment.LiesIn(catalogue, container, region))
                return true;
        }

        return !mayLieThere;
    }
}
