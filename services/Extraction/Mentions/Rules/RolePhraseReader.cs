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

    /// <summary>Traits without one of which a word is no role noun.</summary>
    internal const WordTraits MayBeNoun = WordTraits.RoleNoun | WordTraits.Compound | WordTraits.National;

    /// <summary>Reads the phrase whose head is a token; false when the token heads none that could be a mention.</summary>
    public static bool TryRead(TaggedTokens tokens, int head, out RolePhrase phrase) => TryRead(tokens, head, 0, out phrase);

    /// <summary>The role noun of a token in lower or upper case, looking through "ex-", "then-", "-elect" and the like; or null.</summary>
    public static RoleNoun? NounAt(TaggedTokens tokens, int token, out RoleTense tense)
    {
        tense = RoleTense.Current;
        var traits = tokens.TraitsOf(token);
        if ((traits & MayBeNoun) == 0)
            return null;
        if (tokens.NameAt(token) is >= 0 and var name)
            return RolePhraseWords.IsNational(tokens, token, name) ? RolePhraseWords.National : null;
        var word = tokens.Word(token);
        if ((traits & WordTraits.RoleNoun) != 0)
        {
            tense = word.Contains('-') ? RolePhraseWords.TenseOfCompound(word) : RoleTense.Current;
            return RoleNouns.Find(word);
        }

        if ((traits & WordTraits.Compound) == 0)
            return null;
        if (word.EndsWith("-year-old", StringComparison.Ordinal))
            return RolePhraseWords.YearOld;
        tense = RolePhraseWords.TenseOfCompound(word);
        if (tense == RoleTense.Current)
            return null;
        var hyphen = word.IndexOf('-');
        return RoleNouns.Find(tense == RoleTense.Future ? word[..hyphen] : word[(hyphen + 1)..]);
    }

    /// <summary>Reads the phrase that a token heads inside others.</summary>
    /// <param name="tokens">The document.</param>
    /// <param name="head">The token.</param>
    /// <param name="depth">How many phrases it lies in.</param>
    /// <param name="phrase">The phrase.</param>
    internal static bool TryRead(TaggedTokens tokens, int head, int depth, out RolePhrase phrase)
    {
        phrase = default;
        if (depth >= MaxDepth || NounAt(tokens, head, out var tense) is not { } noun)
            return false;
        if (ReadLeft(tokens, head, depth, tense) is not { } start)
            return false;
        var (end, owner) = RolePhraseTail.Read(tokens, head, noun, depth);
        if (end < 0)
            return false;
        phrase = new RolePhrase
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
        return true;
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
            if (DeterminerAt(tokens, at) is { } determiner && (at == head - 1 || !tokens.Is(at, "that")))
                return new Left(at, determiner, tense, owner, modifiers);
            if (tokens.Word(at) is "-" && tokens.IsGluedToNext(at) && tokens.IsGluedToNext(at - 1))
                continue;
            if (!tokens.Has(at, WordTraits.Modifier))
                return Bare(tokens, at + 1, head, tense, owner, modifiers);
            if (tense == RoleTense.Current && TenseAt(tokens, at) is { } stated)
                tense = stated;
            modifiers++;
        }

        return null;
    }

    /// <summary>What a modifier says about the time of the office, or null.</summary>
    internal static RoleTense? TenseAt(TaggedTokens tokens, int token) => tokens.TraitsOf(token) switch
    {
        var traits when (traits & WordTraits.Former) != 0 => RoleTense.Former,
        var traits when (traits & WordTraits.Future) != 0 => RoleTense.Future,
        var traits when (traits & WordTraits.Late) != 0 => RoleTense.Current,
        _ => null,
    };

    private static RoleDeterminer? DeterminerAt(TaggedTokens tokens, int token) => tokens.TraitsOf(token) switch
    {
        var traits when (traits & WordTraits.Definite) != 0 => RoleDeterminer.Definite,
        var traits when (traits & WordTraits.PossessivePronoun) != 0 => RoleDeterminer.Pronoun,
        _ => null,
    };

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

        if (TryRead(tokens, clitic - 1, depth + 1, out var possessor) && possessor.Determiner != RoleDeterminer.None)
            return new Left(possessor.Tokens.Start, RoleDeterminer.Possessor, tense, owner, modifiers);
        return null;
    }

    // No determiner: only "NATO chief", a name right at the start of the phrase.
    private static Left? Bare(TaggedTokens tokens, int first, int head, RoleTense tense, int owner, int modifiers)
    {
        if (owner < 0 || first >= head)
            return null;
        var start = first;
        while (start < head && tokens.NameAt(start) < 0 && TenseAt(tokens, start) is not null)
            start++;
        return tokens.NameAt(start) >= 0 ? new Left(first, RoleDeterminer.None, tense, owner, modifiers) : null;
    }
}
