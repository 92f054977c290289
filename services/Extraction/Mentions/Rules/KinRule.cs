using EntityRes.Extraction.Mentions.Rules.Lexicon;

namespace EntityRes.Extraction.Mentions.Rules;

/// <summary>"his wife", "Merkel's successor", "his Russian counterpart", "the son of the king": with the other end of the relation.</summary>
internal static class KinRule
{
    public static RoleRule Rule { get; } = new("kin", 0.75f, Accepts);

    private static bool Accepts(TaggedTokens tokens, in RolePhrase phrase) =>
        phrase.Noun.Class == RoleClass.Kin
        && (phrase.Determiner is RoleDeterminer.Pronoun or RoleDeterminer.Possessor || phrase.Tokens.End > phrase.HeadToken + 1
            || (phrase.Determiner == RoleDeterminer.Definite && phrase.Modifiers == 0));
}
