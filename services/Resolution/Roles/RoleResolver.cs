using EntityRes.Resolution.Catalogue;
using EntityRes.Text;

namespace EntityRes.Resolution.Roles;

/// <summary>Role mention + date → the holder of the office.</summary>
/// <remarks>Never answers with a holder outside his tenure; what the date does not decide stays undecided. Thread-safe.</remarks>
public sealed class RoleResolver(EntityCatalogue catalogue)
{
    private readonly OfficeFinder _finder = new(catalogue);

    private readonly RolePhraseParser _parser = new(
        noun => catalogue.Offices.RolesOf(noun).Count > 0, catalogue.Offices.LongestNounWords, catalogue.IsNamed);

    /// <summary>Reads a role mention as of a date.</summary>
    /// <param name="surface">Its surface form: "the Russian leader".</param>
    /// <param name="asOf">The date, null when unknown.</param>
    /// <param name="named">The entities that the document names: they decide between former holders.</param>
    /// <param name="explain">Whether a certain reading gets a reason and a runner-up.</param>
    public RoleReading Resolve(string surface, PartialDate? asOf, IReadOnlySet<int> named, bool explain = false)
    {
        var phrase = _parser.Parse(surface);
        if (phrase.IsIndefinite)
            return Nothing("it speaks of any such person");
        var offices = _finder.Find(phrase, asOf);
        if (offices.Count == 0)
            return Nothing(WhyNoOffice(phrase));
        var first = offices.FindIndex(office => office.Office.Tenures.Count > 0);
        if (first < 0)
            return Nothing($"the catalogue knows no holder of {offices[0].Office.Title}");

        var end = first + 1;
        while (end < offices.Count && offices[end].Order == offices[first].Order)
            end++;
        var query = new HolderQuery(phrase.Modifiers, asOf, named);
        var possible = HolderFinder.Find(offices, first, end, query);
        var reading = Decide(offices[first].Office, possible, query, explain);
        if (!explain || !reading.IsCertain || reading.RunnerUp is not null || end == offices.Count)
            return reading;
        var others = HolderFinder.Find(offices, end, offices.Count, query);
        others.RemoveAll(other => other.Tenure.Holder == reading.Holders[0].Tenure.Holder);
        return others.Count > 0 ? reading with { RunnerUp = others[0] } : reading;
    }

    private RoleReading Decide(Office office, List<RoleHolder> possible, in HolderQuery query, bool explain)
    {
        if (possible.Count == 0)
            return Nothing($"nobody is known to fit {Describe(office, query)}");
        var chosen = 0;
        if (possible.Count > 1)
        {
            chosen = OnlyNamed(possible);
            if (chosen < 0 || !query.MayDecideByName)
                return new RoleReading(possible, IsCertain: false, $"{possible.Count} persons fit {Describe(office, query)}");
        }

        var holder = possible[chosen];
        var isCertain = !query.MeansIncumbent || query.AsOf is not { } day || holder.Tenure.CertainlyCovers(day);
        var reason = explain || !isCertain
            ? $"{Describe(holder.Office, query)}: {catalogue.Entities[holder.Tenure.Holder].Name}, in office from {holder.Tenure.Start}"
                + (holder.Tenure.End is { } end ? $" to {end}" : "")
            : "";
        return new RoleReading([holder], isCertain, reason)
        {
            RunnerUp = possible.Count > 1 ? possible[chosen == 0 ? 1 : 0] : null,
        };
    }

    private static int OnlyNamed(List<RoleHolder> possible)
    {
        var only = -1;
        for (var i = 0; i < possible.Count; i++)
        {
            if (!possible[i].IsNamed)
                continue;
            if (only >= 0)
                return -1;
            only = i;
        }

        return only;
    }

    private static string WhyNoOffice(in RolePhrase phrase) =>
        phrase.Noun.Length == 0 ? "it names no role that the catalogue knows"
        : phrase.Polity.Length == 0 ? "it does not say of which country or organisation"
        : $"the catalogue knows no office that '{phrase.Polity}' and '{phrase.Noun}' name";

    private static string Describe(Office office, in HolderQuery query)
    {
        var manner = query.Modifiers == RoleModifiers.None ? "" : $"{query.Modifiers} ";
        return query.AsOf is { } date ? $"{manner}{office.Title} on {date}" : $"{manner}{office.Title} on an unknown date";
    }

    private static RoleReading Nothing(string reason) => new([], IsCertain: false, reason);
}
