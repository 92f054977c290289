namespace EntityRes.Extraction.Coreference.Sieves;

/// <summary>
/// A role whose owner is named, and the one introduced with that owner and office: "Russian President Vladimir Putin" … "the Russian
/// leader"; "the Kenyan capital" and "Nairobi". The last such before the phrase, else the first after it.
/// </summary>
internal static class OwnedRoleSieve
{
    private const int MaxSteps = 32; // statements about one owner looked at for one phrase

    public static Sieve Sieve { get; } = new("owner and role", Link);

    private static void Link(DocumentFacts document, ChainSet chains, SieveScratch scratch)
    {
        var byOwner = scratch.Groups;
        FillByOwner(document, byOwner);
        foreach (var role in document.Roles)
        {
            ref readonly var facts = ref document.Mentions[role];
            if (facts.Role < 0 || facts.RoleOwner == 0)
                continue;
            var list = byOwner.Of(facts.RoleOwner);
            var at = list.BinarySearch(role);
            var following = at < 0 ? ~at : at + 1;
            var antecedent = Search(document, chains, role, list, at < 0 ? following - 1 : at - 1, -1);
            if (antecedent < 0 && !chains.HasName(role))
                antecedent = Search(document, chains, role, list, following, 1);
            if (antecedent >= 0)
                chains.Join(role, antecedent, Sieve.Name);
        }
    }

    // Owner → the mentions that state an office of it, or name a place that may be its capital; ascending.
    private static void FillByOwner(DocumentFacts document, KeyGroups byOwner)
    {
        byOwner.Clear();
        for (var i = 0; i < document.Count; i++)
        {
            ref readonly var facts = ref document.Mentions[i];
            var owner = facts.HasOffice ? facts.Office.Owner : facts.IsCapital ? facts.OwnerKey : 0;
            if (owner != 0)
                byOwner.Note(owner, i);
        }

        byOwner.Group();
    }

    private static int Search(DocumentFacts document, ChainSet chains, int mention, ReadOnlySpan<int> list, int from, int step)
    {
        ref readonly var role = ref document.Mentions[mention];
        for (var (at, steps) = (from, 0); at >= 0 && at < list.Length && steps < MaxSteps; at += step, steps++)
        {
            ref readonly var candidate = ref document.Mentions[list[at]];
            if (candidate.Mention.Type != role.Mention.Type || !chains.AgreeInGender(mention, list[at]))
                continue;
            if (Fits(role.Office, candidate))
                return list[at];
        }

        return -1;
    }

    private static bool Fits(OfficeFact office, in MentionFacts candidate) =>
        candidate.IsCapital ? office.Sense.Name == "capital" : candidate.HasOffice && Senses.MayMean(office, candidate.Office);
}
