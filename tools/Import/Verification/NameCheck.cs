using EntityRes.Import.Curated;
using EntityRes.Text;

namespace EntityRes.Import.Verification;

/// <summary>Every QID that a reference knows must name the same thing there.</summary>
internal static class NameCheck
{
    internal static IEnumerable<Finding> Run(CuratedCatalogue catalogue, CountryNames countries, IEnumerable<NamedFact> facts)
    {
        var confirmed = new HashSet<string>(StringComparer.Ordinal);
        var byKey = new Dictionary<string, List<NamedFact>>(StringComparer.Ordinal);
        foreach (var fact in facts.Where(fact => fact.Qid.Length > 1))
        {
            foreach (var key in NamesForLookup(fact).Select(name => AliasKey.Of(name)).Where(key => key.Length > 0).Distinct())
            {
                if (!byKey.TryGetValue(key, out var list))
                    byKey.Add(key, list = []);
                list.Add(fact);
            }

            if (!catalogue.ByReference.TryGetValue(fact.Qid, out var entity))
                continue;
            confirmed.Add(fact.Qid);
            yield return new Finding(
                Compare(fact, entity), fact.Reference, fact.Qid,
                $"{entity.Place}: {fact.Qid} is '{entity.Name}' here, '{fact.Names[0]}' in {fact.Reference}");
        }

        foreach (var entity in catalogue.Entities.Where(entity => !confirmed.Contains(entity.Id)))
            yield return FindOtherId(catalogue, countries, entity, byKey);
    }

    private static FindingKind Compare(NamedFact fact, CuratedEntity entity)
    {
        if (NameMatch.May(entity.Names, fact.Names))
            return FindingKind.Agreement;
        if (fact.Reference == References.OtherTerritories)
            return FindingKind.Difference;
        return NameMatch.IsComparable(fact.Names) ? FindingKind.Contradiction : FindingKind.Unknown;
    }

    // A territory's weak names are those of its parts and neighbours too.
    private static IEnumerable<string> NamesForLookup(NamedFact fact) => fact.Reference switch
    {
        "territories" => fact.Names.Take(2),
        References.OtherTerritories => [],
        _ => fact.Names,
    };

    // An id that no reference knows, of a name that a reference has with another id, was probably misremembered.
    private static Finding FindOtherId(
        CuratedCatalogue catalogue, CountryNames countries, CuratedEntity entity, Dictionary<string, List<NamedFact>> byKey)
    {
        var others = byKey.GetValueOrDefault(AliasKey.Of(entity.Name))?
            .Where(fact => !catalogue.ByReference.ContainsKey(fact.Qid) && IsOfType(fact, entity) && IsOfCountry(countries, fact, entity)).ToList() ?? [];
        var ids = others.Select(fact => fact.Qid).Distinct(StringComparer.Ordinal).ToList();
        if (ids.Count == 0)
            return new Finding(FindingKind.Unknown, "ids", entity.Reference, $"{entity.Place}: no reference knows {entity.Reference} '{entity.Name}'");
        var isCertain = ids.Count == 1 && entity.Id.Length > 0 && others.Exists(fact => fact.IsDistinctive);
        return new Finding(
            isCertain ? FindingKind.Contradiction : FindingKind.Difference, others[0].Reference, entity.Reference,
            $"{entity.Place}: '{entity.Name}' has {(entity.Id.Length > 0 ? entity.Id : "no id")} here, {string.Join(" or ", ids)} in {others[0].Reference}");
    }

    private static bool IsOfType(NamedFact fact, CuratedEntity entity) => fact.Reference switch
    {
        "territories" => entity.Kind is "country" or "territory" or "state" or "region",
        "natural-earth" => entity.Kind is "city" or "capital",
        "ror" or "nsi" or "eps-cabinets" => entity.Type == Resolution.EntityType.Organization,
        "worldleaders" => entity.Type == Resolution.EntityType.Person || entity.Kind == "country",
        _ => entity.Type == Resolution.EntityType.Person,
    };

    private static bool IsOfCountry(CountryNames countries, NamedFact fact, CuratedEntity entity) =>
        fact.Country.Length == 0 || countries.Find(fact.Country) is not { } country || entity.Of.Contains(country);
}
