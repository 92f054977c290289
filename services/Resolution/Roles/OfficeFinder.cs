using EntityRes.Resolution.Catalogue;
using EntityRes.Text;

namespace EntityRes.Resolution.Roles;

/// <summary>Role phrase → the offices that it may name.</summary>
internal sealed class OfficeFinder(EntityCatalogue catalogue)
{
    private const string CentralBankRole = "central-bank-governor";
    private const string AnyLeaderRole = "leader";

    private static readonly string[] CentralBankNouns = ["president", "chair", "chairman", "chairwoman"];

    /// <summary>Finds the offices, most likely first: those of the polity, else those with such a title.</summary>
    /// <param name="phrase">The phrase.</param>
    /// <param name="asOf">The date, null when unknown; it tells which office leads.</param>
    internal List<NamedOffice> Find(in RolePhrase phrase, PartialDate? asOf)
    {
        var found = new List<NamedOffice>();
        var roles = catalogue.Offices.RolesOf(phrase.Noun);
        if (phrase.Polity.Length > 0)
        {
            foreach (var polity in PolityFinder.Find(catalogue, phrase.Polity))
            {
                AddOffices(polity, phrase, roles, asOf, found);
                if (found.Count > 0)
                    return found;
            }
        }
        else if (roles.Count > 0 && catalogue.Offices.Titles.OnlyBearerOf(roles) is { } only)
        {
            found.Add(new NamedOffice(only, 0, 1));
            return found;
        }

        AddTitled(phrase, found);
        return found;
    }

    private void AddOffices(
        Polity polity, in RolePhrase phrase, IReadOnlyList<RoleNoun> roles, PartialDate? asOf, List<NamedOffice> found)
    {
        var noun = phrase.Noun;
        var meansOrganisation = RoleWords.OrganisationHeads.Contains(noun);
        if (meansOrganisation && polity.Route is (PolityRoute.Own or PolityRoute.Capital)
            && catalogue.Entities[polity.Entity].Type == EntityType.Location)
            return;
        var isOwnNoun = roles.Any(role => role.Rank == 0 && role.Role != AnyLeaderRole);
        foreach (var office in catalogue.Offices.Of(polity.Entity))
        {
            var rank = RankOf(roles, office.Role);
            if (polity.Route == PolityRoute.CentralBank)
                rank = office.Role == CentralBankRole && (rank >= 0 || CentralBankNouns.Contains(noun)) ? 0 : -1;
            if (rank < 0 && !(polity.Route == PolityRoute.Building && meansOrganisation))
                continue;
            // "the … leader" is whoever leads; "the … king" the king, whoever leads.
            var leads = office.Leads(HolderQuery.IsElsewhen(phrase.Modifiers) ? null : asOf);
            if (polity.Route == PolityRoute.Building && !leads)
                continue;
            var order = (isOwnNoun && rank > 0 ? 2_000 : 0) + (leads ? 0 : 1_000 + rank);
            found.Add(new NamedOffice(office, order, leads || rank == 0 ? 1 : 1f / (1 + rank), leads && rank != 0));
        }

        found.Sort((one, other) => one.Order != other.Order
            ? one.Order.CompareTo(other.Order) : string.CompareOrdinal(one.Office.Slug, other.Office.Slug));
    }

    private void AddTitled(in RolePhrase phrase, List<NamedOffice> found)
    {
        var titles = catalogue.Offices.Titles;
        titles.AddTitled(phrase.Title, found);
        if (found.Count > 0 || phrase.Polity.Length == 0)
            return;
        titles.AddTitled($"{phrase.Polity} {phrase.Noun}", found);
        if (!RoleWords.OrganisationHeads.Contains(phrase.Noun))
            return;
        foreach (var noun in RoleWords.OrganisationHeads)
        {
            if (found.Count > 0)
                return;
            titles.AddTitled($"{phrase.Polity} {noun}", found);
            if (found.Count == 0)
                titles.AddTitled($"{noun} of {phrase.Polity}", found);
        }
    }

    private static int RankOf(IReadOnlyList<RoleNoun> roles, string role)
    {
        for (var i = 0; i < roles.Count; i++)
        {
            if (roles[i].Role == role)
                return roles[i].Rank;
        }

        return -1;
    }
}
