using EntityRes.Extraction.Mentions.Rules.Lexicon;

namespace EntityRes.Extraction.Mentions.Rules;

/// <summary>"the company", "this country", "the Charlotte lender", "the singer", "his country": one thing of a kind; not "its bank", one of many.</summary>
internal static class KindRule
{
    public static RoleRule Rule { get; } = new("kind", 0.75f, Accepts);

    private static bool Accepts(TaggedTokens tokens, RolePhrase phrase, IReadOnlyList<Mention> named) =>
        phrase.Noun switch
        {
            { Class: RoleClass.Person } => phrase.Determiner != RoleDeterminer.None,
            { Class: RoleClass.Kind } => phrase.Determiner == RoleDeterminer.Definite
                || (phrase.Determiner == RoleDeterminer.Pronoun && phrase.Noun.Sense is "country" or "party"),
            _ => false,
        };
}
