using EntityRes.Extraction;
using EntityRes.Extraction.Mentions.Rules.Lexicon;
using EntityRes.Text;

namespace EntityRes.Evaluation.CrossDocument;

/// <summary>Finds the name in an annotated noun phrase, which in these corpora takes determiners and modifiers with it.</summary>
internal static class NameSpan
{
    private static readonly HashSet<string> Breaks = [",", ";", ":", "(", ")", "[", "]", "\"", "``", "''", "/", "--"];
    private static readonly HashSet<string> Openers = new(["the", "a", "an", "in", "on", "at", "of", "from", "to", "its", "their"], StringComparer.OrdinalIgnoreCase);
    private static readonly HashSet<string> Connectors = ["of", "and", "&", "for", "the", "de", "la", "du", "del", "van", "von", "bin", "al", "-"];

    /// <summary>The name at the end of a phrase.</summary>
    /// <param name="words">The phrase.</param>
    /// <param name="isPerson">Whether it is known to name a person: a title then stays outside.</param>
    /// <returns>
    /// The longest run of capitalised words and digits (between them also "of", "and" and the like) that ends the phrase; without
    /// article, preposition, possessive mark, and of a person without title and what stands before it. Null when there is none, when the phrase has punctuation, when the run only
    /// depends on a noun ("chairman of Example"), and when it ends in a role.
    /// </returns>
    internal static TextSpan? Of(ReadOnlySpan<CorpusWord> words, bool isPerson)
    {
        while (words.Length > 0 && words[^1].Text is "'s" or "'" or "’s")
            words = words[..^1];
        while (words.Length > 0 && Openers.Contains(words[0].Text))
            words = words[1..];
        if (words.Length == 0 || !IsNameWord(words[^1].Text))
            return null;
        var start = words.Length - 1;
        for (var i = start; i >= 0 && (IsNameWord(words[i].Text) || Connectors.Contains(words[i].Text)); i--)
            start = IsNameWord(words[i].Text) && start - i <= 2 ? i : start;
        if (HasBreak(words) || (start > 0 && Connectors.Contains(words[start - 1].Text)))
            return null; // "Jane Example, chairman", "chairman of Example"
        for (var i = start; isPerson && i < words.Length - 1; i++)
        {
            // Titles stay outside: "Prime Minister [John Howard]".
            if (IsNameWord(words[i + 1].Text) && RoleNouns.Find(words[i].Text) is { Type: MentionType.Person })
                start = i + 1;
        }

        var span = new TextSpan(words[start].Span.Start, words[^1].Span.End - PossessiveLength(words[^1].Text));
        var isRole = RoleNouns.Find(words[^1].Text) is not null;
        return isRole || !HasCapital(words[start..]) ? null : span;
    }

    private static bool HasBreak(ReadOnlySpan<CorpusWord> words)
    {
        foreach (var word in words)
        {
            if (Breaks.Contains(word.Text))
                return true;
        }

        return false;
    }

    private static bool IsNameWord(string word) => char.IsUpper(word[0]) || char.IsDigit(word[0]) || (word.Length > 1 && char.IsUpper(word[1]));

    private static bool HasCapital(ReadOnlySpan<CorpusWord> words)
    {
        foreach (var word in words)
        {
            if (word.Text.Any(char.IsUpper))
                return true;
        }

        return false;
    }

    private static int PossessiveLength(string word) =>
        word.Length < 3 ? 0
        : word.EndsWith("'s", StringComparison.Ordinal) || word.EndsWith("’s", StringComparison.Ordinal) ? 2
        : word[^1] is '\'' or '’' ? 1 : 0;
}
