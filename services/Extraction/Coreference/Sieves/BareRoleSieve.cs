using EntityRes.Extraction.Mentions.Rules;
using EntityRes.Extraction.Mentions.Rules.Lexicon;

namespace EntityRes.Extraction.Coreference.Sieves;

/// <summary>
/// A definite role phrase and the nearest entity before it that it can mean: "the president" → whoever was called president last;
/// "the bank" → "Bank of England"; "the company" → the last organisation that may be one.
/// </summary>
internal static class BareRoleSieve
{
    public static Sieve Sieve { get; } = new("nearest role", Link);

    private static void Link(DocumentFacts document, ChainSet chains)
    {
        var lastInOffice = new Dictionary<(string, RoleTense), int>();  // office → the last mention of whoever was said to hold it
        var lastOfKind = new Dictionary<(MentionType, string), int>(); // kind → the last name that says it is one
        var salience = new Salience(document, chains);
        for (var i = 0; i < document.Mentions.Length; i++)
        {
            var facts = document.Mentions[i];
            if (facts.Role is { } role && !chains.HasName(i))
            {
                var antecedent = role.Noun switch
                {
                    { Class: RoleClass.Kin } => -1,
                    { Type: MentionType.Person } => Person(document, chains, i, role, lastInOffice, salience),
                    _ when !IsOneOfItsKind(role) => -1,
                    { Type: MentionType.Organization } when facts.RoleOwner.Length > 0 => -1, // "the Russian parliament" is not the last parliament
                    _ => salience.Choose(i, role, lastOfKind.GetValueOrDefault((role.Noun.Type, role.Sense), -1), MayBe),
                };
                if (antecedent >= 0)
                    salience.Join(i, antecedent, Sieve.Name);
            }

            salience.Note(i);

            foreach (var office in chains.OfficesOf(i))
                lastInOffice[(office.Sense, office.Tense)] = i;
            if (facts.IsName && facts.NameKind.Length > 0)
                lastOfKind[(facts.Mention.Type, facts.NameKind)] = i;
            if (facts.IsCapital)
                lastOfKind[(MentionType.Location, "capital")] = i;
        }
    }

    private static int Person(
        DocumentFacts document, ChainSet chains, int mention, RolePhrase role, Dictionary<(string, RoleTense), int> lastInOffice,
        Salience salience)
    {
        var isOwned = document.Mentions[mention].RoleOwner.Length > 0;
        if (!isOwned && InOffice(chains, mention, role, lastInOffice) is >= 0 and var holder)
            return holder;
        return role.Noun.Class == RoleClass.Person && role.Determiner == RoleDeterminer.Definite
            ? salience.Choose(mention, role, -1, (_, name) => AgreesInGender(role, name)) : -1;
    }

    // Whoever was said to hold the very office; else, for "leader" and "chief", the last of those who may be called so.
    private static int InOffice(ChainSet chains, int mention, RolePhrase role, Dictionary<(string, RoleTense), int> lastInOffice)
    {
        var best = -1;
        foreach (var sense in SensesOf(role.Sense))
        {
            if (!lastInOffice.TryGetValue((sense, role.Tense), out var last) || !chains.AgreeInGender(mention, last))
                continue;
            if (sense == role.Sense)
                return last;
            best = Math.Max(best, last);
        }

        return best;
    }

    private static ReadOnlySpan<string> SensesOf(string sense) => sense switch
    {
        "leader" => ["leader", "president", "premier", "chancellor", "monarch", "ruler", "chief"],
        "chief" => ["chief", "president", "governor"],
        _ => new[] { sense },
    };

    private static bool AgreesInGender(RolePhrase role, MentionFacts name) =>
        role.Noun.Gender == name.Gender || role.Noun.Gender == Gender.Unknown || name.Gender == Gender.Unknown;

    // "its bank" and "Germany's bank" are one of many: they mean a name only beside it.
    private static bool IsOneOfItsKind(RolePhrase role) =>
        role.Determiner == RoleDeterminer.Definite
        || (role.Determiner == RoleDeterminer.Pronoun && role.Sense is "country" or "party" or "capital")
        || (role.Determiner == RoleDeterminer.Possessor && role.Sense == "capital");

    private static bool MayBe(RolePhrase role, MentionFacts name) =>
        role.Noun.Type is MentionType.Organization or MentionType.Location
            ? Senses.MayMean(role.Noun.Sense, name.NameKind) : role.Noun.Type is MentionType.Event or MentionType.Product;
}
