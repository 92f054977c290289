using EntityRes.Extraction.Mentions.Rules.Lexicon;

namespace EntityRes.Extraction.Coreference.Sieves;

/// <summary>
/// A role phrase right beside a name of its type: "Mark Rutte, the NATO chief," · "The FCC chairman, William Kennard,".
/// </summary>
internal static class AppositionSieve
{
    private const int MaxTitle = 3; // words between the comma and the name

    public static Sieve Sieve { get; } = new("apposition", Link);

    private static void Link(DocumentFacts document, ChainSet chains, SieveScratch scratch)
    {
        foreach (var role in document.Roles)
        {
            ref readonly var facts = ref document.Mentions[role];
            if (facts.Tokens.Length == 0)
                continue;
            var name = NameBefore(document, facts);
            if (name < 0)
                name = NameAfter(document, facts);
            if (name >= 0 && chains.AgreeInGender(role, name))
                chains.Join(role, name, Sieve.Name);
        }
    }

    private static int NameBefore(DocumentFacts document, in MentionFacts role)
    {
        var tokens = document.Tokens;
        var at = role.Tokens.Start - 1;
        if (!tokens.AreInOneSentence(at - 1, role.Tokens.Start) || tokens.NameAt(at - 1) is not (>= 0 and var name) || !IsOfType(document, name, role))
            return -1;
        return IsBreak(tokens.Word(at)) && EndsApposition(document, role.Tokens.End) ? name : -1;
    }

    private static int NameAfter(DocumentFacts document, in MentionFacts role)
    {
        var tokens = document.Tokens;
        var at = role.Tokens.End;
        if (!tokens.AreInOneSentence(at, role.Tokens.Start))
            return -1;
        if (tokens.Word(at) is not ",")
            return -1;
        var next = SkipTitle(document, at + 1);
        if (tokens.NameAt(next) is not (>= 0 and var name) || !IsOfType(document, name, role) || !tokens.AreInOneSentence(at, next))
            return -1;
        return EndsApposition(document, tokens.TokensOfName(name).End) ? name : -1;
    }

    // "Iran's defense minister, Brigadier General [Ahmad Vahidi],", "his wife, soprano [Galina Vishnevskaya],".
    private static int SkipTitle(DocumentFacts document, int token)
    {
        var tokens = document.Tokens;
        for (var skipped = 0; skipped < MaxTitle && tokens.NameAt(token) < 0 && IsTitleWord(tokens.Word(token)); skipped++)
            token++;
        return token;
    }

    private static bool IsTitleWord(ReadOnlySpan<char> word) => word is [>= 'A' and <= 'Z', ..] or "the" || RoleNouns.Find(word) is { Type: MentionType.Person };

    private static bool IsOfType(DocumentFacts document, int name, in MentionFacts role) =>
        document.Mentions[name].Mention.Type == role.Mention.Type;

    private static bool IsBreak(ReadOnlySpan<char> word) => word is "," or "-" or "–" or "—" or "--" or "(";

    private static bool EndsApposition(DocumentFacts document, int token)
    {
        var tokens = document.Tokens;
        if (!tokens.AreInOneSentence(token, token - 1))
            return true;
        var word = tokens.Word(token);
        return IsBreak(word) || word is "." or ";" or ":" or ")" or "!" or "?" or "\"" or "”" or "who" or "whose" or "which";
    }
}
