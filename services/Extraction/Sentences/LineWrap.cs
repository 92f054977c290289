namespace EntityRes.Extraction.Sentences;

/// <summary>Recognises text whose lines were broken at a fixed width, so that a line end is not a sentence end.</summary>
internal static class LineWrap
{
    private const int MinWidth = 40;
    private const int MaxWidth = 120;
    private const int MinEvidence = 2;

    /// <summary>The width the text was wrapped at, or 0 when its lines are paragraphs, headlines or list items.</summary>
    /// <remarks>
    /// Evidence is a line of at least <see cref="MinWidth"/> characters that stops in mid-sentence: the next one starts in lower
    /// case. A longer line than <see cref="MaxWidth"/> speaks against. O(length).
    /// </remarks>
    public static int WidthOf(ReadOnlySpan<char> text)
    {
        int width = 0, evidence = 0, start = 0;
        while (true)
        {
            var length = text[start..].IndexOf('\n');
            if (length < 0)
                return text.Length - start <= MaxWidth && evidence >= MinEvidence ? width : 0;
            if (length > MaxWidth)
                return 0;
            var next = start + length + 1;
            if (length >= MinWidth && next < text.Length && char.IsLower(text[next]))
                evidence++;
            width = Math.Max(width, length);
            start = next;
        }
    }

    /// <summary>Whether the line would not have fitted the next line's first word within the width: it was wrapped.</summary>
    /// <param name="text">The whole text.</param>
    /// <param name="newline">Position of the line feed.</param>
    /// <param name="width">What <see cref="WidthOf"/> returned.</param>
    public static bool IsWrap(ReadOnlySpan<char> text, int newline, int width)
    {
        if (width == 0)
            return false;
        var lineStart = text[..newline][Math.Max(0, newline - width - 1)..].LastIndexOf('\n');
        var lineLength = lineStart < 0 ? Math.Min(newline, width) : Math.Min(newline, width + 1) - lineStart - 1;
        var rest = text[(newline + 1)..];
        var word = rest[..Math.Min(rest.Length, width)].IndexOfAny(' ', '\n');
        if (word < 0)
            word = Math.Min(rest.Length, width);
        return word > 0 && lineLength + 1 + word > width;
    }
}
