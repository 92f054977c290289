using EntityRes.Extraction.Dates;
using EntityRes.Extraction.Mentions.Rules.Lexicon;
using EntityRes.Extraction.Tokens;
using EntityRes.Text;

namespace EntityRes.Extraction.Mentions.Rules;

/// <summary>Word → its traits.</summary>
/// <remarks>Some 300 ns a word. Thread-safe.</remarks>
internal static class WordTraitReader
{
    private const int LongestDemonym = 24;

    /// <summary>Reads the traits of all tokens unless the tagger has done so.</summary>
    public static void ReadAll(string text, TokenList tokens)
    {
        if (tokens.HasTraits)
            return;
        var traits = tokens.BeginTraits();
        for (var i = 0; i < traits.Length; i++)
            traits[i] = Of(tokens[i].Span.Of(text));
    }

    /// <summary>The traits of a word; of none but <see cref="WordTraits.Read"/> for what is no word of a list.</summary>
    public static WordTraits Of(ReadOnlySpan<char> word)
    {
        if (word.IsEmpty)
            return WordTraits.Read;
        if (!char.IsLetterOrDigit(word[0]))
            return WordTraits.Read | OfSign(word);
        var isNoun = RoleNouns.Find(word) is not null;
        var isFunction = WordLists.FunctionWords.Contains(word);
        var isFollower = WordLists.SubjectFollowers.Contains(word);
        return WordTraits.Read | WordTraits.Word
            | If(isNoun, WordTraits.RoleNoun)
            | If(word.IndexOf('-') > 0, WordTraits.Compound)
            | If(IsNational(word), WordTraits.National)
            | If(RolePhraseWords.IsField(word), WordTraits.Field)
            | If(isFunction || isFollower, WordTraits.NoNoun)
            | If(MayFollow(word, isNoun, isFunction, isFollower), WordTraits.Follower)
            | OfModifier(word, isFunction, isFollower) | OfDeterminer(word) | OfPronoun(word);
    }

    private static WordTraits If(bool holds, WordTraits trait) => holds ? trait : WordTraits.None;

    private static WordTraits OfSign(ReadOnlySpan<char> sign) => sign switch
    {
        "'s" or "’s" or "'S" or "’S" => WordTraits.Clitic,
        "'" or "’" => WordTraits.Apostrophe,
        _ => WordTraits.None,
    };

    private static bool IsNational(ReadOnlySpan<char> word)
    {
        if (word.Length > LongestDemonym || word is [.., 's'] or [.., 's', 'h'] or [.., 'c', 'h'] or [.., 's', 'e'])
            return false;
        Span<char> key = stackalloc char[LongestDemonym * AliasKey.MaxExpansion];
        return Polities.OfDemonym(key[..AliasKey.Fold(word, key)]) >= 0;
    }

    private static bool MayFollow(ReadOnlySpan<char> word, bool isNoun, bool isFunction, bool isFollower)
    {
        if (char.IsDigit(word[0]))
            return true;
        if (char.IsUpper(word[0]))
            return CalendarWords.TryWeekday(word, out _) || CalendarWords.Month(word) > 0;
        if (isNoun && !isFollower)
            return false;
        return isFunction || isFollower || word.EndsWith("ed", StringComparison.Ordinal) || word.EndsWith("ly", StringComparison.Ordinal);
    }

    private static WordTraits OfModifier(ReadOnlySpan<char> word, bool isFunction, bool isFollower)
    {
        var tense = RolePhraseWords.TenseOf(word) switch
        {
            RoleTense.Former => WordTraits.Former,
            RoleTense.Future => WordTraits.Future,
            RoleTense.Current => WordTraits.Late,
            null => WordTraits.None,
            var other => throw new ArgumentOutOfRangeException(nameof(word), other, "no such tense"),
        };
        var isModifier = tense != WordTraits.None || word.Equals("first", StringComparison.OrdinalIgnoreCase)
            || (!isFunction && !(char.IsLower(word[0]) && isFollower));
        return tense | If(isModifier, WordTraits.Modifier);
    }

    private static WordTraits OfDeterminer(ReadOnlySpan<char> word) => RolePhraseWords.DeterminerOf(word) switch
    {
        RoleDeterminer.Definite => WordTraits.Definite,
        RoleDeterminer.Pronoun => WordTraits.PossessivePronoun,
        _ => WordTraits.None,
    };

    private static WordTraits OfPronoun(ReadOnlySpan<char> word) => word switch
    {
        "he" or "him" or "his" or "himself" or "she" or "her" or "hers" or "herself" => WordTraits.PersonPronoun,
        "He" or "Him" or "His" or "Himself" or "She" or "Her" or "Hers" or "Herself" => WordTraits.PersonPronoun,
        "its" or "Its" => WordTraits.ThingPronoun,
        _ => WordTraits.None,
    };
}
