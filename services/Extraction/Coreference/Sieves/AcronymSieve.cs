using EntityRes.Text;

namespace EntityRes.Extraction.Coreference.Sieves;

/// <summary>
/// Acronym and long form: "Food and Drug Administration (FDA)", and "World Health Organization" … "WHO" when the initials fit one
/// long form of the document only.
/// </summary>
internal static class AcronymSieve
{
    private const int LongestAcronym = 8;

    private static readonly string[] SmallWords = ["and", "for", "of", "the", "de", "la", "del", "des", "in", "on", "to"];

    public static Sieve Sieve { get; } = new("acronym", Link);

    private static void Link(DocumentFacts document, ChainSet chains)
    {
        var longForms = new Dictionary<(MentionType, string), int>(); // initials → a mention; -1 when of several chains
        var seen = new HashSet<string[]>(); // word lists are shared by the mentions of one surface form
        for (var i = 0; i < document.Mentions.Length; i++)
        {
            var facts = document.Mentions[i];
            if (!facts.IsName || facts.Mention.Type is MentionType.Person or MentionType.Group || facts.Words.Length < 2 || !seen.Add(facts.Words))
                continue;
            Add(longForms, chains, facts, i, withSmallWords: false);
            Add(longForms, chains, facts, i, withSmallWords: true);
        }

        for (var i = 0; i < document.Mentions.Length; i++)
        {
            var facts = document.Mentions[i];
            if (!facts.IsName || !IsAcronym(facts.Mention.Span.Of(document.Text)))
                continue;
            if (LongFormBefore(document, i) is >= 0 and var named)
                chains.Join(i, named, Sieve.Name);
            else if (longForms.TryGetValue((facts.Mention.Type, facts.NameKey), out var fitting) && fitting >= 0)
                chains.Join(i, fitting, Sieve.Name);
        }
    }

    private static void Add(
        Dictionary<(MentionType, string), int> longForms, ChainSet chains, MentionFacts facts, int mention, bool withSmallWords)
    {
        var initials = string.Concat(facts.Words.Where(w => withSmallWords || !SmallWords.Contains(w)).Select(w => w[0]));
        if (initials.Length < 2)
            return;
        var key = (facts.Mention.Type, initials);
        if (!longForms.TryAdd(key, mention) && longForms[key] is >= 0 and var other && chains.ChainOf(other) != chains.ChainOf(mention))
            longForms[key] = -1;
    }

    /// <summary>Whether a surface form is capitals, digits and dots only, two letters at least.</summary>
    private static bool IsAcronym(ReadOnlySpan<char> surface)
    {
        var letters = 0;
        foreach (var c in surface)
        {
            if (char.IsUpper(c))
                letters++;
            else if (c is not '.' and not '-' && !char.IsDigit(c))
                return false;
        }

        return letters is >= 2 and <= LongestAcronym;
    }

    // "Long Form (LF)", of one type; the long form's first letter must be the acronym's unless that is in another language.
    private static int LongFormBefore(DocumentFacts document, int acronym)
    {
        var tokens = document.Tokens;
        var facts = document.Mentions[acronym];
        var at = facts.Tokens.Start - 1;
        if (!tokens.AreInOneSentence(at, facts.Tokens.Start) || tokens.Word(at) is not "(" || tokens.NameAt(at - 1) is not (>= 0 and var before))
            return -1;
        var candidate = document.Mentions[before];
        var closes = tokens.Word(facts.Tokens.End) is ")" or ",";
        return closes && candidate.Mention.Type == facts.Mention.Type && candidate.Words.Length >= 2
            && facts.Mention.Type is MentionType.Organization or MentionType.Event or MentionType.Other ? before : -1;
    }
}
