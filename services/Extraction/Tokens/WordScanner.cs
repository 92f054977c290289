using System.Text;
using EntityRes.Extraction.Sentences;

namespace EntityRes.Extraction.Tokens;

/// <summary>Finds the end of a word, number, URL, e-mail address or @name.</summary>
internal static class WordScanner
{
    private const int MaxAbbreviation = 13;

    /// <summary>End of the word that starts at a letter or digit.</summary>
    /// <param name="text">The text up to the sentence's end.</param>
    /// <param name="start">First character.</param>
    /// <param name="isAddress">Whether it is a URL or an e-mail address, which is not split further.</param>
    public static int EndOf(ReadOnlySpan<char> text, int start, out bool isAddress)
    {
        isAddress = false;
        var segment = start; // where the part after the last inner dot starts
        var hasDot = false;
        var end = start;
        while (true)
        {
            end = SkipLetters(text, end);
            if (end + 1 >= text.Length)
                break;
            var joint = text[end];
            if (joint == ':' && text[end..].StartsWith("://", StringComparison.Ordinal))
                return EndOfUrl(text, end + 3, out isAddress);
            if (joint == '/' && hasDot && char.IsAsciiLetter(text[end - 1]) && CharacterKinds.IsWord(text[end + 1]))
                return EndOfUrl(text, end + 1, out isAddress);
            if (!Joins(text, start, segment, end, joint))
                break;
            isAddress |= joint == '@';
            if (joint == '.')
            {
                hasDot |= char.IsLetter(text[end + 1]);
                segment = end + 1;
            }

            end++;
        }

        return !isAddress && KeepsStop(text, start, segment, end) ? end + 1 : end;
    }

    /// <summary>End of an @name whose first character after the sign is at <paramref name="start"/>.</summary>
    public static int EndOfHandle(ReadOnlySpan<char> text, int start)
    {
        var end = start;
        while (end < text.Length && (CharacterKinds.IsWord(text[end]) || text[end] == '_'))
            end++;
        return end;
    }

    /// <summary>Whether a surrogate pair at the position is a letter or digit.</summary>
    public static bool IsAstralLetter(ReadOnlySpan<char> text, int at) =>
        at + 1 < text.Length && Rune.TryCreate(text[at], text[at + 1], out var rune) && Rune.IsLetterOrDigit(rune);

    private static int SkipLetters(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length)
        {
            var kind = CharacterKinds.Of(text[at]);
            if (kind is CharacterKind.Letter or CharacterKind.Digit or CharacterKind.Mark)
                at++;
            else if (kind == CharacterKind.HighSurrogate && IsAstralLetter(text, at))
                at += 2;
            else
                break;
        }

        return at;
    }

    /// <summary>Whether the character between two letters or digits belongs to the word.</summary>
    private static bool Joins(ReadOnlySpan<char> text, int start, int segment, int at, char joint)
    {
        var next = text[at + 1];
        var nextKind = CharacterKinds.Of(next);
        if (nextKind is not (CharacterKind.Letter or CharacterKind.Digit))
            return joint == '_' && next == '_';
        var isBetweenDigits = nextKind == CharacterKind.Digit && CharacterKinds.Of(text[at - 1]) == CharacterKind.Digit;
        switch (joint)
        {
            case '.':
                return isBetweenDigits || JoinsDot(text, start, segment, at, nextKind == CharacterKind.Letter);
            case ',' or ':' or '/':
                return isBetweenDigits;
            case '&':
                return nextKind == CharacterKind.Letter && !IsReference(text, at);
            case '_':
                return true;
            case '@':
                return char.IsAscii(next);
            default:
                return CharacterKinds.Of(joint) is CharacterKind.Apostrophe or CharacterKind.Hyphen or CharacterKind.Joiner;
        }
    }

    private static bool IsReference(ReadOnlySpan<char> text, int at) => MarkUp.EndOf(text, at) > at + 1;

    /// <summary>"U.S", "p.m", "Ph.D", "example.com", but not "end.The".</summary>
    private static bool JoinsDot(ReadOnlySpan<char> text, int start, int segment, int at, bool nextIsLetter)
    {
        if (at - segment == 1)
            return true;
        if (!nextIsLetter)
            return false;
        if (char.IsLower(text[at + 1]))
            return !Abbreviations.Contains(text[start..at]) || segment > start;
        return at + 2 == text.Length || !CharacterKinds.IsWord(text[at + 2]);
    }

    /// <summary>Whether the full stop after the word belongs to it.</summary>
    private static bool KeepsStop(ReadOnlySpan<char> text, int start, int segment, int end)
    {
        if (end >= text.Length || text[end] != '.' || (end + 1 < text.Length && text[end + 1] == '.') || end - start > MaxAbbreviation)
            return false;
        var word = text[start..end];
        if (segment > start && (end - segment == 1 && char.IsLetter(text[segment])))
            return true;
        if (word.Length == 1)
            return char.IsUpper(word[0]) && !IsLast(text, end + 1);
        return Abbreviations.Contains(word) && (char.IsUpper(word[0]) || !IsLast(text, end + 1));
    }

    private static bool IsLast(ReadOnlySpan<char> text, int at) => text[at..].TrimEnd().IsEmpty;

    /// <summary>A URL runs to the next blank, quote or bracket, without closing punctuation.</summary>
    private static int EndOfUrl(ReadOnlySpan<char> text, int at, out bool isAddress)
    {
        isAddress = true;
        var end = at;
        while (end < text.Length && CharacterKinds.Of(text[end]) is not (CharacterKind.Blank or CharacterKind.Ideograph)
            && text[end] is not ('<' or '>' or '"' or '“' or '”' or '»' or '{' or '}'))
            end++;
        while (end > at && text[end - 1] is '.' or ',' or ';' or ':' or '!' or '?' or ')' or ']' or '\'' or '’' or '…')
            end--;
        return end;
    }
}
