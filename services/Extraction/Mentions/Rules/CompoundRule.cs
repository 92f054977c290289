using EntityRes.Extraction.Mentions.Rules.Lexicon;

namespace EntityRes.Extraction.Mentions.Rules;

/// <summary>"NATO chief" and "German chancellor" without determiner, as headlines and notes have them: at the start of a sentence.</summary>
internal static class CompoundRule
{
    public static RoleRule Rule { get; } = new("compound", 0.6f, Accepts);

    private static bool Accepts(TaggedTokens tokens, in RolePhrase phrase) =>
        phrase is { Determiner: RoleDeterminer.None, Noun.Class: RoleClass.Office, Owner: >= 0 }
        && tokens.TypeOfName(phrase.Owner) is MentionType.Group or MentionType.Organization or MentionType.Location
        && !tokens.AreInOneSentence(phrase.Tokens.Start - 1, phrase.Tokens.Start);
}
