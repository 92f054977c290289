using EntityRes.Extraction.Mentions.Rules.Lexicon;

namespace EntityRes.Extraction.Mentions.Rules;

/// <summary>"the president", "the Russian leader", "Ukraine's president", "his vice president", "the mayor of Paris".</summary>
internal static class OfficeRule
{
    public static RoleRule Rule { get; } = new("office", 0.85f, Accepts);

    private static bool Accepts(TaggedTokens tokens, in RolePhrase phrase) =>
        phrase.Noun.Class == RoleClass.Office && phrase.Determiner != RoleDeterminer.None
        && (phrase.Noun.Word != "head" || phrase.Owner >= 0 || phrase.Tokens.End > phrase.HeadToken + 1); // not a part of the body
}
