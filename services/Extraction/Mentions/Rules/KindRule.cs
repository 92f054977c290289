using EntityRes.Extraction.Mentions.Rules.Lexicon;

namespace EntityRes.Extraction.Mentions.Rules;

/// <summary>"the company", "this country", "the Charlotte lender", "the singer", "his country", "Europe's highest court".</summary>
internal static class KindRule
{
    public static RoleRule Rule { get; } = new("kind", 0.75f, Accepts);

    private static bool Accepts(TaggedTokens tokens, in RolePhrase phrase) =>
        phrase.Noun.Class is RoleClass.Kind or RoleClass.Person && phrase.Determiner != RoleDeterminer.None
        && !NamesItself(tokens, phrase);

    // "the Washington Times newspaper": the name with its kind behind it.
    private static bool NamesItself(TaggedTokens tokens, in RolePhrase phrase) =>
        tokens.NameAt(phrase.HeadToken - 1) is >= 0 and var name && tokens.TypeOfName(name) == phrase.Noun.Type && phrase.Noun.Type == MentionType.Organization;
}
