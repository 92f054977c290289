using System.Collections.Frozen;
using EntityRes.Extraction.Mentions.Rules;
using EntityRes.Extraction.Mentions.Rules.Lexicon;
using EntityRes.Text;

namespace EntityRes.Extraction.Mentions.Repair;

/// <summary>
/// Adjectives of origin are of people or of a language, whatever the tagger says: "an <b>English</b> company" is a group's,
/// "written in <b>English</b>" a language's (type OTHER).
/// </summary>
internal static class OriginTypes
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> BesideLanguage = WordLists.Of(
        "language", "languages", "speaker", "speakers", "speaking", "translation", "translations", "subtitles", "alphabet", "dialect", "dialects");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> BeforeLanguage = WordLists.Of(
        "speak", "speaks", "spoke", "spoken", "speaking", "fluent", "learn", "learns", "learned", "learning", "taught", "teach", "teaches", "into");

    private const int LongestOrigin = 32; // UTF-16 code units

    /// <summary>The type of a name of one word.</summary>
    internal static MentionType TypeOf(TaggedTokens tagged, TextSpan name, MentionType type)
    {
        if (name.Length != 1 || type is MentionType.Person)
            return type;
        var isOrigin = IsOrigin(tagged.Word(name.Start));
        if ((isOrigin || type == MentionType.Group) && IsLanguage(tagged, name.Start))
            return MentionType.Other;
        return isOrigin && type is not MentionType.Group && IsBeforeNoun(tagged, name.Start) ? MentionType.Group : type;
    }

    // "Georgia" is a country that is no adjective; "Guinea" is none either.
    private static bool IsOrigin(ReadOnlySpan<char> word)
    {
        if (word.Length > LongestOrigin)
            return false;
        Span<char> buffer = stackalloc char[LongestOrigin * AliasKey.MaxExpansion];
        var key = buffer[..AliasKey.Fold(word, buffer)];
        return Polities.OfDemonym(key) >= 0 && Polities.OfName(key) < 0;
    }

    private static bool IsLanguage(TaggedTokens tagged, int token)
    {
        var next = tagged.IsHyphen(token + 1) ? token + 2 : token + 1;
        if (tagged.AreInOneSentence(next, token) && BesideLanguage.Contains(tagged.Word(next)))
            return true;
        if (!tagged.AreInOneSentence(token - 1, token))
            return false;
        if (BeforeLanguage.Contains(tagged.Word(token - 1)))
            return !IsBeforeNoun(tagged, token);
        if (tagged.Is(token - 1, "in"))
            return !tagged.AreInOneSentence(token + 1, token) || !IsWord(tagged.Word(token + 1));
        return tagged.Is(token - 1, "the") && tagged.Is(token - 2, "from") && tagged.Word(token + 1) is "\"" or "“" or "'" or "‘";
    }

    private static bool IsBeforeNoun(TaggedTokens tagged, int token) =>
        tagged.AreInOneSentence(token + 1, token) && tagged.Word(token + 1) is [>= 'a' and <= 'z', ..] word
        && !WordLists.FunctionWords.Contains(word);

    private static bool IsWord(ReadOnlySpan<char> word) => word is [var first, ..] && char.IsLetterOrDigit(first);
}
