using System.Text;

namespace EntityRes.Extraction.Tokens;

/// <summary>Extends a symbol over what displays as one picture with it.</summary>
/// <remarks>Source: Unicode Technical Standard 51, emoji sequences, without its list of valid ones.</remarks>
internal static class EmojiScanner
{
    private const char ZeroWidthJoiner = '\u200D';

    /// <summary>End of the sequence that begins with the symbol <c>[start, end)</c>.</summary>
    public static int EndOf(ReadOnlySpan<char> text, int start, int end)
    {
        if (IsFlagHalf(text, start) && IsFlagHalf(text, end))
            end += 2;
        while (end < text.Length)
        {
            if (CharacterKinds.Of(text[end]) == CharacterKind.Mark)
                end++;
            else if (IsModifier(text, end))
                end += 2;
            else if (text[end] == ZeroWidthJoiner && SymbolLength(text, end + 1) is > 0 and var length)
                end += 1 + length;
            else
                break;
        }

        return end;
    }

    private static int SymbolLength(ReadOnlySpan<char> text, int at)
    {
        if (at >= text.Length)
            return 0;
        if (IsPair(text, at))
            return Rune.IsLetter(new Rune(text[at], text[at + 1])) ? 0 : 2;
        return text[at] >= '\u2190' && CharacterKinds.Of(text[at]) == CharacterKind.Other ? 1 : 0;
    }

    private static bool IsPair(ReadOnlySpan<char> text, int at) =>
        at + 1 < text.Length && char.IsHighSurrogate(text[at]) && char.IsLowSurrogate(text[at + 1]);

    /// <summary>Regional indicator symbols U+1F1E6..1F1FF.</summary>
    private static bool IsFlagHalf(ReadOnlySpan<char> text, int at) =>
        at + 1 < text.Length && text[at] == '\uD83C' && text[at + 1] is >= '\uDDE6' and <= '\uDDFF';

    /// <summary>Skin tones U+1F3FB..1F3FF, tag characters U+E0000..E007F and supplementary variation selectors.</summary>
    private static bool IsModifier(ReadOnlySpan<char> text, int at) =>
        at + 1 < text.Length
        && ((text[at] == '\uD83C' && text[at + 1] is >= '\uDFFB' and <= '\uDFFF') || (text[at] == '\uDB40' && char.IsLowSurrogate(text[at + 1])));
}
