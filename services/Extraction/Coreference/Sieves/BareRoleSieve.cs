using EntityRes.Extraction.Mentions.Rules;
using EntityRes.Extraction.Mentions.Rules.Lexicon;
using EntityRes.Text;

namespace EntityRes.Extraction.Coreference.Sieves;

/// <summary>
/// A definite role phrase and the nearest entity before it that it can mean: "the president" → whoever was called president last;
/// "the bank" → "Bank of England"; "the company" → the last organisation that may be one.
/// </summary>
internal static class BareRoleSieve
{
    private static readonly Sense Capital = Sense.Of("capital");
    private static readonly Sense[] Led = [Sense.Of("president"), Sense.Of("premier"), Sense.Of("chancellor"), Sense.Of("monarch"), Sense.Of("ruler"), Sense.Of("chief")];
    private static readonly Sense[] Headed = [Sense.Of("president"), Sense.Of("governor")];

    public static Sieve Sieve { get; } = new("nearest role", Link);

    private static void Link(DocumentFacts document, ChainSet chains, SieveScratch scratch)
    {
        var lastInOffice = scratch.ByKey;    // office → the last mention of whoever was said to hold it
        var lastOfKind = scratch.ByOtherKey; // kind → the last name that says it is one
        lastInOffice.Clear();
        lastOfKind.Clear();
        scratch.Salience.Begin(document, chains);
        for (var i = 0; i < document.Count; i++)
        {
            ref readonly var facts = ref document.Mentions[i];
            if (facts.Role >= 0 && !chains.HasName(i) && Antecedent(document, chains, i, scratch) is >= 0 and var antecedent)
                scratch.Salience.Join(i, antecedent, Sieve.Name);
            scratch.Salience.Note(i);
            for (var office = chains.FirstOffice(i); office >= 0; office = chains.NextOffice(office))
                lastInOffice.Set(KeyOf(document.Mentions[office].Office.Sense, document.Mentions[office].Office.Tense), i);
            if (!facts.NameKind.IsNone)
                lastOfKind.Set(KeyOf(facts.NameKind, facts.Mention.Type), i);
            if (facts.IsCapital)
                lastOfKind.Set(KeyOf(Capital, MentionType.Location), i);
        }
    }

    private static ulong KeyOf(Sense office, RoleTense tense) => StableHash.Combine(office.Key, (ulong)tense);

    private static ulong KeyOf(Sense kind, MentionType type) => StableHash.Combine(kind.Key, (ulong)type);

    private static int Antecedent(DocumentFacts document, ChainSet chains, int mention, SieveScratch scratch)
    {
        ref readonly var facts = ref document.Mentions[mention];
        ref readonly var role = ref document.Phrase(facts.Role);
        if (role.Noun.Class == RoleClass.Kin)
            return -1;
        if (role.Noun.Type == MentionType.Person)
            return Person(document, chains, mention, role, scratch);
        if (!IsOneOfItsKind(role) || (role.Noun.Type == MentionType.Organization && facts.RoleOwner != 0))
            return -1; // "the Russian parliament" is not the last parliament
        return scratch.Salience.Choose(mention, role, scratch.ByOtherKey.Find(KeyOf(role.Sense, role.Noun.Type)), MayBe);
    }

    private static int Person(DocumentFacts document, ChainSet chains, int mention, in RolePhrase role, SieveScratch scratch)
    {
        var isOwned = document.Mentions[mention].RoleOwner != 0;
        if (!isOwned && InOffice(chains, mention, role, scratch.ByKey) is >= 0 and var holder)
            return holder;
        return role.Noun.Class == RoleClass.Person && role.Determiner == RoleDeterminer.Definite
            ? scratch.Salience.Choose(mention, role, -1, AgreesInGender) : -1;
    }

    // Whoever was said to hold the very office; else, for "leader" and "chief", the last of those who may be called so.
    private static int InOffice(ChainSet chains, int mention, in RolePhrase role, KeyMap lastInOffice)
    {
        if (LastInOffice(chains, mention, role.Sense, role.Tense, lastInOffice) is >= 0 and var holder)
            return holder;
        var best = -1;
        foreach (var sense in role.Sense.Name switch { "leader" => Led, "chief" => Headed, _ => [] })
            best = Math.Max(best, LastInOffice(chains, mention, sense, role.Tense, lastInOffice));
        return best;
    }

    private static int LastInOffice(ChainSet chains, int mention, Sense sense, RoleTense tense, KeyMap lastInOffice) =>
        lastInOffice.Find(KeyOf(sense, tense)) is >= 0 and var last && chains.AgreeInGender(mention, last) ? last : -1;

    private static bool AgreesInGender(in RolePhrase role, in MentionFacts name) =>
        role.Noun.Gender == name.Gender || role.Noun.Gender == Gender.Unknown || name.Gender == Gender.Unknown;

    // "its bank" and "Germany's bank" are one of many: they mean a name only beside it.
    private static bool IsOneOfItsKind(in RolePhrase role) =>
        role.Determiner == RoleDeterminer.Definite
        || (role.Determiner == RoleDeterminer.Pronoun && role.Sense.Name is "country" or "party" or "capital")
        || (role.Determiner == RoleDeterminer.Possessor && role.Sense.Name is "capital");

    private static bool MayBe(in RolePhrase role, in MentionFacts name) =>
        role.Noun.Type is MentionType.Organization or MentionType.Location
            ? Senses.MayMean(role.Noun.Sense.Name, name.NameKind.Name) : role.Noun.Type is MentionType.Event or MentionType.Product;
}
