using EntityRes.Extraction.Mentions.Rules.Lexicon;

namespace EntityRes.Extraction.Mentions.Rules;

/// <summary>The rules that take role phrases for mentions, in order; the first that takes one decides.</summary>
internal static class RoleRules
{
    /// <summary>All rules.</summary>
    public static RoleRule[] All { get; } =
    [
        OfficeRule.Rule,
        KinRule.Rule,
        KindRule.Rule,
        CompoundRule.Rule,
    ];

    // "She became the first president", "as the new leader": what someone is, not who is meant.
    private static bool IsPredicate(TaggedTokens tokens, in RolePhrase phrase) =>
        tokens.AreInOneSentence(phrase.Tokens.Start - 1, phrase.Tokens.Start)
        && tokens.Word(phrase.Tokens.Start - 1) is "as" or "is" or "was" or "be" or "been" or "being" or "become" or "becomes" or "became"
            or "remain" or "remains" or "remained";

    // "the next president", "the third prime minister": someone out of a row.
    private static bool IsOneOfMany(TaggedTokens tokens, in RolePhrase phrase) =>
        phrase.Noun.Class == RoleClass.Office && phrase.Determiner != RoleDeterminer.None
        && tokens.Word(phrase.Tokens.Start + 1) is "next" or "second" or "third" or "fourth" or "fifth" or "sixth" or "seventh" or "eighth"
            or "ninth" or "tenth" or "only";

    /// <summary>The rule that takes the phrase, or null.</summary>
    public static RoleRule? Accept(TaggedTokens tokens, in RolePhrase phrase)
    {
        if (IsPredicate(tokens, phrase) || IsOneOfMany(tokens, phrase))
            return null;
        foreach (var rule in All)
        {
            if (rule.Accepts(tokens, phrase))
                return rule;
        }

        return null;
    }
}
