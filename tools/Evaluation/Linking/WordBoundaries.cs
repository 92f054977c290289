using EntityRes.Text;

namespace EntityRes.Evaluation.Linking;

/// <summary>Spans that differ only by cut words or quotation marks are the same.</summary>
internal static class WordBoundaries
{
    /// <summary>Widens a span until its words are whole.</summary>
    internal static TextSpan Widen(TextSpan span, string text)
    {
        var (start, end) = (span.Start, span.End);
        while (start > 0 && IsOfWord(text[start - 1]))
            start--;
        while (end < text.Length - 1 && IsOfWord(text[end]))
            end++;
        if (start < end && text[start] == '"' && !text.AsSpan(start + 1, end - start - 1).Contains('"'))
            start++;
        return new TextSpan(start, end);
    }

    private static bool IsOfWord(char c) => char.IsLetter(c) || char.IsNumber(c) || c is '\'' or '"' or '_';
}
