namespace EntityRes.Resolution.Catalogue;

/// <summary>What lies in what.</summary>
internal static class PlaceContainment
{
    private const int MostLevels = 3; // town, state, country

    /// <summary>Whether an entity belongs to another, directly or through others.</summary>
    internal static bool LiesIn(EntityCatalogue catalogue, int place, int region) => LiesIn(catalogue, place, region, MostLevels);

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
