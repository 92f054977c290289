namespace EntityRes.Extraction.Coreference.Sieves;

/// <summary>
/// A role whose owner is named, and the one introduced with that owner and office: "Russian President Vladimir Putin" … "the Russian
/// leader"; "the Kenyan capital" and "Nairobi". The last such before the phrase, else the first after it.
/// </summary>
internal static class OwnedRoleSieve
{
    private const int MaxSteps = 32; // statements about one owner looked at for one phrase

    public static Sieve Sieve { get; } = new("owner and role", Link);

    private static void Link(DocumentFacts document, ChainSet chains)
    {
        var byOwner = ByOwner(document);
        for (var i = 0; i < document.Mentions.Length; i++)
        {
            if (document.Mentions[i] is not { Role: not null, RoleOwner.Length: > 0 } facts || !byOwner.TryGetValue(facts.RoleOwner, out var list))
                continue;
            var at = list.BinarySearch(i);
            var following = at < 0 ? ~at : at + 1;
            var antecedent = Search(document, chains, i, list, at < 0 ? following - 1 : at - 1, -1);
            if (antecedent < 0 && !chains.HasName(i))
                antecedent = Search(document, chains, i, list, following, 1);
            if (antecedent >= 0)
                chains.Join(i, antecedent, Sieve.Name);
        }
    }

    // Owner → the mentions that state an office of it, or name a place that may be its capital; ascending.
    private static Dictionary<string, List<int>> ByOwner(DocumentFacts document)
    {
        var byOwner = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (var i = 0; i < document.Mentions.Length; i++)
        {
            var facts = document.Mentions[i];
            var owner = facts switch
            {
                { Title: { } title } => title.Owner,
                { Role: not null } => facts.RoleOwner,
                { IsCapital: true } => facts.OwnerKey,
                _ => "",
            };
            if (owner.Length == 0)
                continue;
            if (!byOwner.TryGetValue(owner, out var list))
                byOwner[owner] = list = [];
            list.Add(i);
        }

        return byOwner;
    }

    private static int Search(DocumentFacts document, ChainSet chains, int mention, List<int> list, int from, int step)
    {
        var role = document.Mentions[mention];
        for (var (at, steps) = (from, 0); at >= 0 && at < list.Count && steps < MaxSteps; at += step, steps++)
        {
            var candidate = document.Mentions[list[at]];
            if (candidate.Mention.Type != role.Mention.Type || !chains.AgreeInGender(mention, list[at]))
                continue;
            if (Fits(role, candidate))
                return list[at];
        }

        return -1;
    }

    private static bool Fits(MentionFacts role, MentionFacts candidate)
    {
        if (role.Office is not { } office)
            return false;
        if (candidate.IsCapital)
            return office.Sense == "capital";
        return (candidate.Title ?? candidate.Office) is { } stated && Senses.MayMean(office, stated);
    }
}
