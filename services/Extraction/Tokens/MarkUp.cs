namespace EntityRes.Extraction.Tokens;

/// <summary>Finds HTML tags, which count as blanks, and character references, which are one token each.</summary>
internal static class MarkUp
{
    private const int MaxTag = 400;
    private const int MaxReference = 10;

    /// <summary>End of the tag or reference that starts at a <c>&lt;</c> or <c>&amp;</c>; one character when there is none.</summary>
    public static int EndOf(ReadOnlySpan<char> text, int at)
    {
        var rest = text[(at + 1)..];
        return at + 1 + (text[at] == '<' ? TagLength(rest) : ReferenceLength(rest));
    }

    private static int TagLength(ReadOnlySpan<char> rest)
    {
        if (rest.Length == 0 || !(char.IsAsciiLetter(rest[0]) || rest[0] is '/' or '!'))
            return 0;
        var end = rest[..Math.Min(rest.Length, MaxTag)].IndexOfAny('<', '>');
        return end < 0 || rest[end] == '<' ? 0 : end + 1;
    }

    private static int ReferenceLength(ReadOnlySpan<char> rest)
    {
        var end = rest[..Math.Min(rest.Length, MaxReference)].IndexOf(';');
        if (end < 2)
            return 0;
        foreach (var c in rest[..end])
        {
            if (!char.IsAsciiLetterOrDigit(c) && c != '#')
                return 0;
        }

        return end + 1;
    }
}
