using EntityRes.Extraction.Mentions.Rules.Lexicon;
using EntityRes.Text;

namespace EntityRes.Extraction.Mentions.Rules;

/// <summary>
/// Reads the noun phrase around a role noun: to the left up to its determiner or possessor, to the right over an of-phrase.
/// Without a part-of-speech tagger the phrase is bounded by word lists, and what follows must be able to follow a subject.
/// </summary>
/// <remarks>Every phrase is read in bounded time. Thread-safe.</remarks>
internal static class RolePhraseReader
{
    private const int MaxModifiers = 5;
    private const int MaxDepth = 3;         // possessors and of-phrases inside one another
    private const int MaxOfPhrase = 6;      // tokens between "of" and the head of its noun phrase

    /// <summary>Reads the phrase whose head is a token; null when the token heads none that could be a mention.</summary>
    public static RolePhrase? Read(TaggedTokens tokens, int head) => Read(tokens, head, 0);

    /// <summary>The role noun of a token in lower or upper case, looking through "ex-", "then-", "-elect" and the like; or null.</summary>
    public static RoleNoun? NounAt(TaggedTokens tokens, int token, out RoleTense tense)
    {
        tense = RoleTense.Current;
        var word = tokens.Word(token);
        if (word.IsEmpty || !char.IsLetterOrDigit(word[0]))
            return null;
        if (tokens.NameAt(token) is >= 0 and var name)
            return RolePhraseWords.IsNational(tokens, token, name) ? RolePhraseWords.National : null;
        if (RoleNouns.Find(word) is { } noun)
        {
            tense = word.Contains('-') ? RolePhraseWords.TenseOfCompound(word) : RoleTense.Current;
            return noun;
        }

        if (word.IndexOf('-') is not (> 0 and var hyphen))
            return null;
        if (word.EndsWith("-year-old", StringComparison.Ordinal))
            return RolePhraseWords.YearOld;
        tense = RolePhraseWords.TenseOfCompound(word);
        if (tense == RoleTense.Current)
            return null;
        return RoleNouns.Find(tense == RoleTense.Future ? word[..hyphen] : word[(hyphen + 1)..]);
    }

    private static RolePhrase? Read(TaggedTokens tokens, int head, int depth)
    {
        if (depth >= MaxDepth || NounAt(tokens, head, out var tense) is not { } noun)
            return null;
        var left = ReadLeft(tokens, head, depth, tense);
        if (left is not { } start)
            return null;
        var (end, owner) = RolePhraseTail.Read(tokens, head, noun, (t, h) => Read(t, h, depth + 1), MaxOfPhrase);
        if (end < 0)
            return null;
        return new RolePhrase
        {
            Tokens = new TextSpan(start.First, end),
            HeadToken = head,
            Noun = noun,
            Sense = RolePhraseWords.SenseOf(tokens, start.First, head, end, noun),
            Determiner = start.Determiner,
            Tense = start.Tense,
            Owner = start.Owner >= 0 ? start.Owner : Math.Max(owner, tokens.NameAt(head)),
            Modifiers = start.Modifiers,
        };
    }

    private readonly record struct Left(int First, RoleDeterminer Determiner, RoleTense Tense, int Owner, int Modifiers);

    private static Left? ReadLeft(TaggedTokens tokens, int head, int depth, RoleTense tense)
    {
        var owner = -1;
        var modifiers = 0;
        for (var at = head - 1; modifiers <= MaxModifiers; at--)
        {
            if (!tokens.AreInOneSentence(at, head))
                return Bare(tokens, at + 1, head, tense, owner, modifiers);
            if (tokens.NameAt(at) is >= 0 and var name)
            {
                owner = owner >= 0 ? owner : name;
                at = tokens.TokensOfName(name).Start;
                modifiers++;
                continue;
            }

            if (tokens.IsPossessive(at))
                return Possessed(tokens, at, depth, tense, owner, modifiers);
            var word = tokens.Word(at);
            if (RolePhraseWords.DeterminerOf(word) is { } determiner && (at == head - 1 || !tokens.Is(at, "that")))
                return new Left(at, determiner, tense, owner, modifiers);
            if (word is "-" && tokens.IsGluedToNext(at) && tokens.IsGluedToNext(at - 1))
                continue;
            if (!RolePhraseWords.IsModifier(word))
                return Bare(tokens, at + 1, head, tense, owner, modifiers);
            if (RolePhraseWords.TenseOf(word) is { } stated && tense == RoleTense.Current)
                tense = stated;
            modifiers++;
        }

        return null;
    }

    // "Ukraine's president": the possessor is a name, or itself a role phrase: "the president's wife".
    private static Left? Possessed(TaggedTokens tokens, int clitic, int depth, RoleTense tense, int owner, int modifiers)
    {
        if (tokens.NameAt(clitic - 1) is >= 0 and var name)
        {
            var first = tokens.TokensOfName(name).Start;
            if (tokens.AreInOneSentence(first - 1, clitic) && tokens.Is(first - 1, "the"))
                first--;
            return new Left(first, RoleDeterminer.Possessor, tense, name, modifiers);
        }

        if (Read(tokens, clitic - 1, depth + 1) is { } possessor && possessor.Determiner != RoleDeterminer.None)
            return new Left(possessor.Tokens.Start, RoleDeterminer.Possessor, tense, owner, modifiers);
        return null;
    }

    // No determiner: only "NATO chief", a name right at the start of the phrase.
    private static Left? Bare(TaggedTokens tokens, int first, int head, RoleTense tense, int owner, int modifiers)
    {
        if (owner < 0 || first >= head)
            return null;
        var start = first;
        while (start < head && tokens.NameAt(start) < 0 && RolePhraseWords.TenseOf(tokens.Word(start)) is not null)
            start++;
        return tokens.NameAt(start) >= 0 ? new Left(first, RoleDeterminer.None, tense, owner, modifiers) : null;
    }
}
