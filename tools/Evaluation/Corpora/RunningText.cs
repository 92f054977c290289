using System.Text;
using EntityRes.Text;

namespace EntityRes.Evaluation.Corpora;

/// <summary>Puts text together again from tokens: blanks go where running text has none.</summary>
/// <remarks>
/// Sentences become lines; blanks before closing and after opening punctuation, around clitics and inside "word - word" go.
/// </remarks>
internal sealed class RunningText
{
    private readonly StringBuilder _text = new();

    /// <summary>UTF-16 code units so far.</summary>
    internal int Length => _text.Length;

    /// <summary>Adds a sentence.</summary>
    /// <param name="words">Its tokens, as the set writes them.</param>
    /// <returns>Where each token stands in the text.</returns>
    internal TextSpan[] AddSentence(IReadOnlyList<string> words)
    {
        var spans = new TextSpan[words.Count];
        var isOpenQuote = false;
        var previous = "";
        for (var i = 0; i < words.Count; i++)
        {
            var word = words[i];
            var isQuote = word is "\"" or "''" or "``";
            var glued = i == 0 || IsGluedToLeft(word) || previous is "(" or "[" or "$" or "“" or "#" || (isQuote && isOpenQuote)
                || (previous is "\"" or "``" && isOpenQuote) || IsHyphen(words, i) || (i > 0 && IsHyphen(words, i - 1));
            if (!glued)
                _text.Append(' ');
            if (isQuote)
                isOpenQuote = !isOpenQuote;
            var start = _text.Length;
            _text.Append(word is "``" or "''" ? "\"" : word is "-LRB-" ? "(" : word is "-RRB-" ? ")" : word);
            spans[i] = new TextSpan(start, _text.Length);
            previous = word;
        }

        _text.Append('\n');
        return spans;
    }

    /// <summary>The text so far; begins anew.</summary>
    internal string Take()
    {
        var text = _text.ToString();
        _text.Clear();
        return text;
    }

    private static bool IsGluedToLeft(string word) =>
        word is "," or "." or ";" or ":" or "?" or "!" or ")" or "]" or "%" or "'s" or "’s" or "n't" or "'ll" or "'re" or "'ve" or "'d" or "'m" or "'"
            or "”" or "..." or "-RRB-";

    private static bool IsHyphen(IReadOnlyList<string> words, int i) =>
        words[i] == "-" && i > 0 && i + 1 < words.Count && char.IsLetterOrDigit(words[i - 1][^1])
        && char.IsLetter(words[i + 1][0]) && char.IsLower(words[i + 1][0]);
}
