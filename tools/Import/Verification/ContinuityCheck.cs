using EntityRes.Import.Curated;
using EntityRes.Text;

namespace EntityRes.Import.Verification;

/// <summary>The tenures of an exclusive office neither overlap nor leave a gap, except where <c>vacancies.tsv</c> explains it.</summary>
internal static class ContinuityCheck
{
    private const string Reference = "continuity";

    internal static IEnumerable<Finding> Run(CuratedCatalogue catalogue)
    {
        var tenures = catalogue.Tenures.ToLookup(tenure => tenure.Office, StringComparer.Ordinal);
        foreach (var tenure in catalogue.Tenures.Where(tenure => tenure.End is { } end && LastDayOf(end) <= tenure.Start.FirstDay))
            yield return Wrong(tenure, $"ends on {tenure.End}, not after its start {tenure.Start}");
        foreach (var office in catalogue.Offices)
        {
            var held = tenures[office.Slug].OrderBy(tenure => tenure.Start).ToList();
            if (held.Count == 0)
                yield return new Finding(FindingKind.Unknown, Reference, office.Slug, $"{office.Place}: {office.Slug} has no holder");
            for (var i = 1; i < held.Count && office.IsExclusive; i++)
            {
                if (Compare(catalogue, office, held[i - 1], held[i]) is { } finding)
                    yield return finding;
            }
        }
    }

    private static Finding? Compare(CuratedCatalogue catalogue, CuratedOffice office, CuratedTenure earlier, CuratedTenure later)
    {
        if (earlier.End is not { } end)
            return Wrong(later, $"begins on {later.Start} although that of {earlier.Holder} ({earlier.Place}) has no end");
        if (LastDayOf(later.Start) <= end.FirstDay && later.Start.FirstDay < end.FirstDay)
            return Wrong(later, $"begins on {later.Start}, before that of {earlier.Holder} ({earlier.Place}) ends on {end}");
        if (later.Start.FirstDay <= end.DayAfter || IsVacant(catalogue, office, end, later.Start))
            return null;
        var days = later.Start.FirstDay.DayNumber - end.FirstDay.DayNumber;
        return Wrong(later, $"begins on {later.Start}, {days} days after that of {earlier.Holder} ({earlier.Place}) ended on {end}");
    }

    private static bool IsVacant(CuratedCatalogue catalogue, CuratedOffice office, PartialDate from, PartialDate to) =>
        catalogue.Vacancies.Exists(period => period.Office == office.Slug
            && (period.Start is not { } start || start.FirstDay <= LastDayOf(from))
            && (period.End is not { } end || LastDayOf(end) >= to.FirstDay));

    // Known to the day it is that day; known to the month or year it may be any day of it.
    private static DateOnly LastDayOf(PartialDate date) => date.DayAfter.AddDays(-1);

    private static Finding Wrong(CuratedTenure tenure, string reason) => new(
        FindingKind.Contradiction, Reference, $"{tenure.Office} {tenure.Start}",
        $"{tenure.Place}: the tenure of {tenure.Holder} in {tenure.Office} {reason}");
}
