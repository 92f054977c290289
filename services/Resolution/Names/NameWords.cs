using System.Text;
using EntityRes.Text;

namespace EntityRes.Resolution.Names;

/// <summary>Name → its folded words, without what only goes with it.</summary>
internal static class NameWords
{
    /// <summary>Words of the longest name that is compared.</summary>
    internal const int MostWords = 24;

    /// <summary>Splits a name and strips honorifics (of persons) or legal forms (of anything else).</summary>
    /// <returns>At least one word unless the name folds to nothing; what would leave no word stays.</returns>
    internal static List<string> Of(string name, bool isPerson)
    {
        var key = AliasKey.Of(isPerson ? PartInitials(name) : name);
        List<string> words = [.. key.Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(MostWords)];
        var lexicon = NameLexicon.Instance;
        for (var i = 0; i < words.Count; i++)
            words[i] = lexicon.WithDigits(words[i]);
        if (isPerson)
        {
            Strip(words, isAtEnd: false, lexicon.IsHonorificBefore);
            Strip(words, isAtEnd: true, lexicon.IsHonorificAfter);
        }
        else
        {
            Strip(words, isAtEnd: true, lexicon.IsLegalForm);
            Strip(words, isAtEnd: false, phrase => phrase.Length > 2 && lexicon.IsLegalForm(phrase));
        }

        return words;
    }

    private static void Strip(List<string> words, bool isAtEnd, Predicate<string> isStripped)
    {
        for (var length = Math.Min(NameLexicon.LongestPhrase, words.Count - 1); length > 0;)
        {
            var start = isAtEnd ? words.Count - length : 0;
            if (isStripped(string.Join(' ', words.GetRange(start, length))))
            {
                words.RemoveRange(start, length);
                length = Math.Min(NameLexicon.LongestPhrase, words.Count - 1);
            }
            else
            {
                length--;
            }
        }
    }

    // "J.F. Kennedy" has two initials; folding would join them.
    private static string PartInitials(string name)
    {
        if (!name.Contains('.', StringComparison.Ordinal))
            return name;
        var parted = new StringBuilder(name.Length + 4);
        for (var i = 0; i < name.Length; i++)
        {
            parted.Append(name[i]);
            if (name[i] == '.' && i > 0 && char.IsLetter(name[i - 1]))
                parted.Append(' ');
        }

        return parted.ToString();
    }
}
