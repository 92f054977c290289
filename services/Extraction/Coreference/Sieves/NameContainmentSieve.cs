using EntityRes.Extraction.Mentions.Rules.Lexicon;

namespace EntityRes.Extraction.Coreference.Sieves;

/// <summary>
/// A shorter form of an organisation's or place's name where that is safe: without its legal form ("Boeing Co." and "Boeing"), its
/// country ("US Supreme Court" and "Supreme Court"), its last words ("Labour Party" and "Labour"), its kind ("Anbar province" and
/// "Anbar"). Never "Real Madrid" and "Madrid".
/// </summary>
internal static class NameContainmentSieve
{
    private static readonly string[] LegalForms =
    [
        "ag", "asa", "bhd", "co", "company", "corp", "corporation", "gmbh", "group", "holding", "holdings", "inc", "incorporated", "limited",
        "llc", "ltd", "nv", "oyj", "plc", "sa", "spa",
    ];

    private static readonly string[] PlaceKinds = ["city", "county", "district", "ocean", "palace", "prison", "province", "rainforest", "region", "state", "strip", "town", "village"];

    private static readonly string[] OwnOrganizations =
        ["agency", "association", "foundation", "fund", "institute", "office", "program", "programme", "society", "trust", "unit", "university", "watch"];

    private static readonly string[] Storms = ["cyclone", "hurricane", "typhoon"];

    private const int MaxWords = 12; // longer names have no shorter forms here

    private const int MaxDropped = 2; // words at the end that may be left out

    public static Sieve Sieve { get; } = new("name containment", Link);

    private static void Link(DocumentFacts document, ChainSet chains)
    {
        var shortForms = new Dictionary<(MentionType, string), int>(); // a short form of a long name → a mention; -1 when of several
        var places = new HashSet<string>(StringComparer.Ordinal);
        var seen = new HashSet<string[]>(); // word lists are shared by the mentions of one surface form
        for (var i = 0; i < document.Mentions.Length; i++)
        {
            var facts = document.Mentions[i];
            if (!facts.IsName)
                continue;
            if (facts.Mention.Type == MentionType.Location)
                places.Add(string.Join(' ', facts.Words));
            if (facts.Words.Length is >= 2 and <= MaxWords && seen.Add(facts.Words))
                AddShortForms(shortForms, chains, facts, i);
        }

        for (var i = 0; i < document.Mentions.Length; i++)
        {
            var facts = document.Mentions[i];
            if (!facts.IsName || facts.Words.Length == 0 || facts.Mention.Type is MentionType.Person or MentionType.Group)
                continue;
            var key = string.Join(' ', facts.Words);
            if (facts.Mention.Type == MentionType.Organization && (places.Contains(key) || IsPlace(key)))
                continue;
            if (shortForms.TryGetValue((facts.Mention.Type, key), out var full) && full >= 0)
                chains.Join(i, full, Sieve.Name);
        }
    }

    private static bool IsPlace(string key) => Polities.OfName(key) >= 0 || Polities.OfCapital(key) >= 0;

    private static void AddShortForms(Dictionary<(MentionType, string), int> forms, ChainSet chains, MentionFacts facts, int mention)
    {
        var words = facts.Words;
        switch (facts.Mention.Type)
        {
            case MentionType.Location when PlaceKinds.Contains(words[^1]) && !IsNamedAfterRegion(words):
                Add(forms, chains, facts, mention, words.AsSpan(0, words.Length - 1));
                break;
            case MentionType.Event when words.Length == 2 && Storms.Contains(words[0]):
                Add(forms, chains, facts, mention, words.AsSpan(1));
                break;
            case MentionType.Organization:
                for (var length = Math.Max(1, words.Length - MaxDropped); length < words.Length; length++)
                {
                    if (IsDistinctiveStart(words, length))
                        Add(forms, chains, facts, mention, words.AsSpan(0, length));
                }

                for (var start = 1; start < words.Length; start++)
                {
                    if (IsDistinctiveEnd(words, start))
                        Add(forms, chains, facts, mention, words.AsSpan(start));
                }

                break;
        }
    }

    // "Guatemala City" is not "Guatemala", nor "New York City" "New York".
    private static bool IsNamedAfterRegion(string[] words) =>
        words[^1] == "city" && NameKinds.Of(MentionType.Location, string.Join(" ", words[..^1])) is "country" or "state";

    // The first words tell the whole: not a kind or a place ("National …", "Bank …", "University of …"), and what follows them makes
    // no other organisation of it ("… Foundation").
    private static bool IsDistinctiveStart(string[] words, int length)
    {
        if (LegalForms.Contains(words[length]) && words.Length == length + 1)
            return true;
        if (words[length] is "of" or "for" or "and" || words[length - 1] is "of" or "for" or "and" || OwnOrganizations.Contains(words[^1]))
            return false;
        if (words[0].Length <= 3 || IsCommonFirst(words[0]))
            return false;
        var kind = NameKinds.Of(MentionType.Organization, words[0]);
        return length > 1 || kind.Length == 0 || kind == NameKinds.Of(MentionType.Organization, words[^1]);
    }

    // The country before a name may be left out, and so may the rest before a last word that is no kind of thing in general.
    private static bool IsDistinctiveEnd(string[] words, int start)
    {
        var dropped = string.Join(' ', words[..start]);
        if (start < words.Length - 1)
            return Polities.OfName(dropped) >= 0 || Polities.OfDemonym(dropped) >= 0 || dropped is "un" or "united nations";
        return words[^1].Length > 3 && NameKinds.Of(MentionType.Organization, words[^1]) is "" or "media" or "parliament" or "team";
    }

    private static bool IsCommonFirst(string word) =>
        word is "national" or "international" or "world" or "european" or "american" or "united" or "general" or "royal" or "federal"
            or "central" or "supreme" or "democratic" or "people" or "peoples" or "first" or "north" or "south" or "east" or "west"
            or "new" or "saint" or "islamic" or "state" or "public" or "free" or "african" or "asian" or "white" or "real" or "associated"
        || Polities.OfDemonym(word) >= 0;

    private static void Add(
        Dictionary<(MentionType, string), int> forms, ChainSet chains, MentionFacts facts, int mention, ReadOnlySpan<string> words)
    {
        var key = (facts.Mention.Type, string.Join(' ', words.ToArray()));
        if (!forms.TryAdd(key, mention) && forms[key] is >= 0 and var other && chains.ChainOf(other) != chains.ChainOf(mention))
            forms[key] = -1;
    }
}
