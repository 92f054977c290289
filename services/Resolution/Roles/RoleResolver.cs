using EntityRes.Resolution.Catalogue;
using EntityRes.Text;

namespace EntityRes.Resolution.Roles;

/// <summary>Role mention + date → the holder of the office.</summary>
/// <remarks>Never answers with a holder outside his tenure; what the date does not decide stays undecided. Thread-safe.</remarks>
public sealed class RoleResolver(EntityCatalogue catalogue)
{
    /// <summary>Reads a role mention as of a date.</summary>
    /// <param name="surface">Its surface form: "the Russian leader".</param>
    /// <param name="asOf">The date, null when unknown.</param>
    /// <param name="named">The entities that the document names: they decide between former holders.</param>
    public RoleReading Resolve(string surface, PartialDate? asOf, IReadOnlySet<int> named)
    {
        var offices = catalogue.Offices;
        if (!RolePhraseParser.TryParse(surface, noun => offices.RolesOf(noun).Count > 0, offices.LongestNounWords, out var phrase))
            return Nothing("it names no role that the catalogue knows");

        var possible = FindOffices(phrase, asOf);
        if (possible.Count == 0)
        {
            return Nothing(phrase.Polity.Length == 0
                ? "it does not say of which country or organisation"
                : $"the catalogue knows no office that '{phrase.Polity}' and '{phrase.Noun}' name");
        }

        foreach (var office in possible)
        {
            if (office.Tenures.Count > 0)
                return FindHolder(office, phrase.Modifiers, asOf, named);
        }

        return Nothing($"the catalogue knows no holder of {possible[0].Title}");
    }

    private List<Office> FindOffices(RolePhrase phrase, PartialDate? asOf)
    {
        var roles = catalogue.Offices.RolesOf(phrase.Noun);
        if (phrase.Polity.Length == 0)
            return FindOnlyOffice(roles);
        foreach (var polity in PolityFinder.Find(catalogue, phrase.Polity))
        {
            var offices = catalogue.Offices.Of(polity)
                .Select(office => (Office: office, Rank: RankOf(roles, office.Role)))
                .Where(pair => pair.Rank >= 0)
                .OrderBy(pair => pair.Office.Leads(asOf) ? 0 : 1)
                .ThenBy(pair => pair.Rank)
                .ThenBy(pair => pair.Office.Slug, StringComparer.Ordinal)
                .Select(pair => pair.Office)
                .ToList();
            if (offices.Count > 0)
                return offices;
        }

        return [];
    }

    // "the pope": a role that one office of the world bears needs no country.
    private List<Office> FindOnlyOffice(IReadOnlyList<RoleNoun> roles)
    {
        var bearers = catalogue.Offices.All.Where(office => RankOf(roles, office.Role) >= 0).Take(2).ToList();
        return bearers.Count == 1 ? bearers : [];
    }

    private static int RankOf(IReadOnlyList<RoleNoun> roles, string role)
    {
        foreach (var candidate in roles)
        {
            if (candidate.Role == role)
                return candidate.Rank;
        }

        return -1;
    }

    private RoleReading FindHolder(Office office, RoleModifiers modifiers, PartialDate? asOf, IReadOnlySet<int> named)
    {
        var fitting = office.Tenures.Where(tenure => Fits(tenure, modifiers, asOf));
        if (modifiers.HasFlag(RoleModifiers.Incoming))
            fitting = fitting.Take(1); // the next one
        var possible = fitting.Reverse().DistinctBy(tenure => tenure.Holder).ToList();
        if (asOf is { } date && modifiers == RoleModifiers.Former)
            possible.RemoveAll(tenure => office.Tenures.Any(other => other.Holder == tenure.Holder && other.MayCover(date)));
        if (possible.Count == 0)
            return Nothing($"nobody is known to fit {Describe(office, modifiers, asOf)}");

        if (possible.Count > 1)
        {
            var namedHolders = possible.Where(tenure => named.Contains(tenure.Holder)).ToList();
            var mayDecideByName = asOf is not null || modifiers.HasFlag(RoleModifiers.Former) || modifiers.HasFlag(RoleModifiers.Then);
            if (namedHolders.Count != 1 || !mayDecideByName)
            {
                return new RoleReading(
                    [.. possible.Select(tenure => (office, tenure))], IsCertain: false,
                    $"{possible.Count} persons fit {Describe(office, modifiers, asOf)}");
            }

            possible = namedHolders;
        }

        var holder = possible[0];
        var isInOffice = (modifiers & ~RoleModifiers.Acting) != 0 || asOf is not { } day || holder.CertainlyCovers(day);
        return new RoleReading(
            [(office, holder)], isInOffice,
            $"{Describe(office, modifiers, asOf)}: {catalogue.Entities[holder.Holder].Name}, in office from {holder.Start}"
            + (holder.End is { } end ? $" to {end}" : ""));
    }

    private static bool Fits(Tenure tenure, RoleModifiers modifiers, PartialDate? asOf)
    {
        if (modifiers.HasFlag(RoleModifiers.Acting) && !tenure.IsActing)
            return false;
        if (asOf is not { } date)
            return true;
        if (modifiers.HasFlag(RoleModifiers.Then))
            return !tenure.CertainlyBeganAfter(date);
        if (modifiers.HasFlag(RoleModifiers.Former))
            return tenure.CertainlyEndedBefore(date);
        return modifiers.HasFlag(RoleModifiers.Incoming) ? tenure.CertainlyBeganAfter(date) : tenure.MayCover(date);
    }

    private static string Describe(Office office, RoleModifiers modifiers, PartialDate? asOf)
    {
        var manner = modifiers == RoleModifiers.None ? "" : $"{modifiers} ";
        return asOf is { } date ? $"{manner}{office.Title} on {date}" : $"{manner}{office.Title} on an unknown date";
    }

    private static RoleReading Nothing(string reason) => new([], IsCertain: false, reason);
}
