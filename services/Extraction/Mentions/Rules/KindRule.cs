using EntityRes.Extraction.Mentions.Rules.Lexicon;

namespace EntityRes.Extraction.Mentions.Rules;

/// <summary>"the company", "this country", "the Charlotte lender", "the singer", "his country", "Europe's highest court".</summary>
internal static class KindRule
{
    public static RoleRule Rule { get; } = new("kind", 0.75f, Accepts);

    private static bool Accepts(TaggedTokens tokens, RolePhrase phrase, IReadOnlyList<Mention> named) =>
        phrase.Noun.Class is RoleClass.Kind or RoleClass.Person && phrase.Determiner != RoleDeterminer.None;
}
