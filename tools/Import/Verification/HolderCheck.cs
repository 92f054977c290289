using EntityRes.Import.Curated;
using EntityRes.Text;

namespace EntityRes.Import.Verification;

/// <summary>Whoever a reference knows in an office at a date must hold it then, since the same day.</summary>
internal sealed class HolderCheck
{
    private static readonly PartialDate From = new(1990);
    private static readonly string[] LeaderNouns = ["leader", "head of state", "head of government", "monarch", "ruler", "president", "emperor"];
    private static readonly string[] TitleAdjectives = ["interim", "acting", "transitional", "caretaker", "executive", "federal", "crown", "the"];

    private readonly CuratedCatalogue _catalogue;
    private readonly CountryNames _countries;
    private readonly ILookup<string, CuratedOffice> _officesOf;
    private readonly ILookup<string, CuratedTenure> _tenures;

    internal HolderCheck(CuratedCatalogue catalogue, CountryNames countries)
    {
        _catalogue = catalogue;
        _countries = countries;
        _officesOf = catalogue.Offices.ToLookup(office => office.Of, StringComparer.Ordinal);
        _tenures = catalogue.Tenures.ToLookup(tenure => tenure.Office, StringComparer.Ordinal);
    }

    internal static IEnumerable<Finding> Run(CuratedCatalogue catalogue, CountryNames countries, IEnumerable<HolderFact> facts)
    {
        var check = new HolderCheck(catalogue, countries);
        return facts.Select(check.SplitTitle)
            .Where(fact => fact.Start is not null && (fact.End is not { } end || end > From)).SelectMany(check.Check);
    }

    /// <summary>The findings for a country on a date: one a fact, and one when the catalogue knows nobody.</summary>
    internal IEnumerable<Finding> CheckSample(string name, string country, DateOnly date, IEnumerable<HolderFact> facts)
    {
        var leading = LeadingOffices(country);
        if (!leading.Exists(office => _tenures[office.Slug].Any(tenure => MayCover(tenure, date))))
            yield return new Finding(FindingKind.Unknown, "samples", $"{name} {date:yyyy-MM-dd}", $"{name}: nobody is known on {date:yyyy-MM-dd}");
        foreach (var fact in facts)
        {
            List<CuratedOffice> offices = fact.Title.Length == 0 ? leading : [.. OfficesFor(_officesOf[country], fact.Title)];
            if (CheckOn(fact, offices, date) is { Kind: not FindingKind.Unknown } finding)
                yield return finding;
        }
    }

    internal HolderFact SplitTitle(HolderFact fact)
    {
        if (fact.Title != References.TitleInName)
            return fact;
        var words = fact.Person.Split(' ').SkipWhile(word => TitleAdjectives.Contains(word.ToLowerInvariant())).ToArray();
        for (var length = Math.Min(4, words.Length - 1); length > 0; length--)
        {
            var title = string.Join(' ', words.Take(length));
            if (OfficesFor(_catalogue.Offices, title).Any())
                return fact with { Title = title, Person = string.Join(' ', words.Skip(length)) };
        }

        return fact with { Title = words[0], Person = string.Join(' ', words.Skip(1)) };
    }

    private IEnumerable<Finding> Check(HolderFact fact)
    {
        if (_countries.Find(fact.Country) is not { } country)
            return [Unknown(fact, $"the catalogue has no country '{fact.Country}'")];
        var offices = fact.Title.Length == 0 ? LeadingOffices(country) : [.. OfficesFor(_officesOf[country], fact.Title)];
        if (offices.Count == 0)
            return [Unknown(fact, $"the catalogue has no office for '{fact.Title}' of {fact.Country}")];
        return SampleDates(fact).Select(date => CheckOn(fact, offices, date)).Concat(fact.IsStartKnown ? CheckStart(fact, offices) : []);
    }

    private Finding CheckOn(HolderFact fact, List<CuratedOffice> offices, DateOnly date)
    {
        var known = offices.SelectMany(office => _tenures[office.Slug]).Where(tenure => MayCover(tenure, date)).ToList();
        if (known.Count == 0)
            return Unknown(fact, $"no holder is known on {date:yyyy-MM-dd}");
        if (known.Exists(tenure => IsSame(tenure, fact)))
            return new Finding(FindingKind.Agreement, fact.Reference, fact.Subject, "");
        return new Finding(
            FindingKind.Contradiction, fact.Reference, fact.Subject,
            $"{known[0].Place}: on {date:yyyy-MM-dd} {string.Join(" and ", known.Select(Describe))} here, '{fact.Person}' as {(fact.Title.Length > 0 ? fact.Title : "leader")} of {fact.Country} in {fact.Reference}");
    }

    private IEnumerable<Finding> CheckStart(HolderFact fact, List<CuratedOffice> offices)
    {
        var start = fact.Start!.Value;
        if (start < From)
            yield break;
        var held = offices.SelectMany(office => _tenures[office.Slug]).Where(tenure => IsSame(tenure, fact)).ToList();
        // Inside a tenure the reference counts a later term.
        if (held.Count == 0 || held.Exists(tenure => Overlaps(tenure.Start, start) || MayCover(tenure, start.FirstDay)))
            yield break;
        var nearest = held.MinBy(tenure => Math.Abs(tenure.Start.FirstDay.DayNumber - start.FirstDay.DayNumber))!;
        yield return new Finding(
            FindingKind.Difference, fact.Reference, fact.Subject,
            $"{nearest.Place}: {Describe(nearest)} begins on {nearest.Start} here, on {start} in {fact.Reference}");
    }

    private static IEnumerable<DateOnly> SampleDates(HolderFact fact)
    {
        var first = Max(fact.Start!.Value.DayAfter, From.FirstDay);
        var last = Min(fact.End is { } end ? end.FirstDay.AddDays(-1) : fact.KnownUntil.FirstDay, new DateOnly(2026, 6, 30));
        if (last < first)
            return [];
        var middle = DateOnly.FromDayNumber((first.DayNumber + last.DayNumber) / 2);
        return first.AddDays(45) < last.AddDays(-45) ? [first.AddDays(20), middle, last.AddDays(-20)] : [middle];
    }

    private List<CuratedOffice> LeadingOffices(string country) => [.. _officesOf[country].Where(office =>
        _catalogue.Roles.GetValueOrDefault(office.Role)?.Any(noun => LeaderNouns.Contains(noun)) == true)];

    // The offices whose role the title names most directly.
    private IEnumerable<CuratedOffice> OfficesFor(IEnumerable<CuratedOffice> offices, string title)
    {
        var key = AliasKey.Of(title);
        return offices
            .Select(office => (Office: office, Rank: Array.IndexOf(_catalogue.Roles.GetValueOrDefault(office.Role) ?? [], key)))
            .Where(pair => pair.Rank >= 0).GroupBy(pair => pair.Rank).OrderBy(group => group.Key)
            .FirstOrDefault()?.Select(pair => pair.Office) ?? [];
    }

    private bool IsSame(CuratedTenure tenure, HolderFact fact) =>
        NameMatch.May(_catalogue.ByReference[tenure.Holder].Names, [fact.Person]);

    private string Describe(CuratedTenure tenure) => $"'{_catalogue.ByReference[tenure.Holder].Name}' ({tenure.Office})";

    private static bool MayCover(CuratedTenure tenure, DateOnly date) =>
        tenure.Start.FirstDay <= date && (tenure.End is not { } end || date < (end.Day > 0 ? end.FirstDay : end.DayAfter));

    private static bool Overlaps(PartialDate one, PartialDate other) => one.FirstDay < other.DayAfter && other.FirstDay < one.DayAfter;

    private static Finding Unknown(HolderFact fact, string reason) =>
        new(FindingKind.Unknown, fact.Reference, fact.Subject, $"{fact.Subject}: {reason}");

    private static DateOnly Max(DateOnly one, DateOnly other) => one > other ? one : other;

    private static DateOnly Min(DateOnly one, DateOnly other) => one < other ? one : other;
}
