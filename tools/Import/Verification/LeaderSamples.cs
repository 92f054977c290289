using EntityRes.Import.Curated;
using EntityRes.Import.Sources;
using EntityRes.Text;

namespace EntityRes.Import.Verification;

/// <summary>Dates sampled over the years in the countries of <c>sampled-countries.tsv</c>: whom the references know to lead a country must be whom the catalogue has.</summary>
public static class LeaderSamples
{
    private const int DaysBetween = 91;

    private static readonly DateOnly First = new(1990, 1, 15);
    private static readonly DateOnly Last = new(2026, 6, 30);

    /// <summary>Compares.</summary>
    /// <param name="catalogue">The catalogue.</param>
    /// <param name="referenceFolder">Folder of the references.</param>
    /// <returns>One finding a country and date: unknown where the catalogue knows nobody, whatever the references know.</returns>
    public static IReadOnlyList<Finding> Take(CuratedCatalogue catalogue, string referenceFolder)
    {
        var names = new CountryNames(catalogue);
        var check = new HolderCheck(catalogue, names);
        var facts = References.ReadHolders(referenceFolder).Select(check.SplitTitle)
            .Where(fact => fact.Start is not null).ToLookup(fact => names.Find(fact.Country));
        var explained = CatalogueVerifier.ReadExplained();
        var findings = new List<Finding>();
        foreach (var cells in KindTable.Rows("verification/sampled-countries.tsv"))
        {
            var country = cells[0];
            var reference = names.Find(country);
            for (var date = First; date <= Last; date = date.AddDays(DaysBetween))
            {
                if (!HadGovernment(cells, date))
                    continue;
                var known = facts[reference].Where(fact => IsInOffice(fact, date) && !explained.ContainsKey((fact.Reference, fact.Subject)));
                findings.AddRange(reference is null
                    ? [new Finding(FindingKind.Unknown, "samples", $"{country} {date:yyyy-MM-dd}", $"{country}: no such country")]
                    : check.CheckSample(country, reference, date, known));
            }
        }

        return findings;
    }

    // Columns: iso2, since, gap-start, gap-end, reason.
    private static bool HadGovernment(string[] cells, DateOnly date) =>
        !(PartialDate.TryParse(cells[1], out var since) && date < since.FirstDay)
        && !(PartialDate.TryParse(cells[2], out var start) && PartialDate.TryParse(cells[3], out var end) && start.FirstDay <= date && date < end.FirstDay);

    // Well inside what the reference knows: its months and years may begin and end on any of their days.
    private static bool IsInOffice(HolderFact fact, DateOnly date) =>
        fact.Start!.Value.DayAfter <= date && date < (fact.End ?? fact.KnownUntil).FirstDay;
}
