using EntityRes.Text;

namespace EntityRes.Extraction.Dates;

/// <summary>
/// Finds the date that a document states of itself: a line of its own near the top or the end ("Monday, September 9, 2019"),
/// or a dateline before the first sentence ("PRAGUE, Sept 04 (AFP/Reuters): …").
/// </summary>
internal static class DatelineFinder
{
    private const int TopLines = 12;
    private const int BottomLines = 3;
    private const int LongestLead = 90;     // UTF-16 units from the line's start to the date
    private const int LongestTail = 60;     // … from the date to the dash, colon or full stop that closes a dateline

    private static readonly string[] LabelWords =
    [
        "am", "at", "by", "cest", "cet", "date", "dated", "dateline", "edt", "est", "first", "gmt", "issued", "last", "modified",
        "on", "pm", "posted", "published", "release", "released", "time", "updated", "utc",
    ];

    /// <summary>The stated date: of several the first full one, else the first without year.</summary>
    public static StatedDate? Find(string text)
    {
        StatedDate? partial = null;
        var at = 0;
        for (var line = 0; line < TopLines && NextLine(text, ref at) is { } span; line++)
        {
            if (TryLine(text, span, isTop: true) is not { } date)
                continue;
            if (date.IsFull)
                return date;
            partial ??= date;
        }

        Span<TextSpan> bottom = stackalloc TextSpan[BottomLines];
        foreach (var span in LastLines(text, at, bottom))
        {
            if (TryLine(text, span, isTop: false) is not { } date)
                continue;
            if (date.IsFull)
                return date;
            partial ??= date;
        }

        return partial;
    }

    // The next line that is not blank, from the start of a line on.
    private static TextSpan? NextLine(string text, ref int at)
    {
        while (at < text.Length)
        {
            var start = at;
            var end = text.AsSpan(start).IndexOfAny('\n', '\r') is >= 0 and var length ? start + length : text.Length;
            at = end + 1;
            if (!text.AsSpan(start, end - start).IsWhiteSpace())
                return new TextSpan(start, end);
        }

        return null;
    }

    // The last lines that are not blank, in order, none before a position.
    private static ReadOnlySpan<TextSpan> LastLines(string text, int from, Span<TextSpan> lines)
    {
        var free = lines.Length;
        for (var end = text.Length; free > 0 && end > from;)
        {
            var start = text.AsSpan(from, end - from).LastIndexOfAny('\n', '\r') + 1 + from;
            if (!text.AsSpan(start, end - start).IsWhiteSpace())
                lines[--free] = new TextSpan(start, end);
            end = start - 1;
        }

        return lines[free..];
    }

    private static StatedDate? TryLine(string text, TextSpan line, bool isTop)
    {
        var last = Math.Min(line.End, line.Start + LongestLead);
        for (var at = line.Start; at < last; at++)
        {
            var beginsWord = char.IsLetterOrDigit(text[at]) && (at == line.Start || !char.IsLetterOrDigit(text[at - 1]));
            if (!beginsWord || !DateReader.TryRead(text, at, out var date) || date.Span.End > line.End)
                continue;
            var before = new TextSpan(line.Start, at);
            var after = new TextSpan(date.Span.End, line.End);
            var isOwnLine = IsLabel(text, after) && (IsLabel(text, before) || (isTop && IsPlace(text, before)));
            if (isOwnLine || (isTop && date.Day > 0 && IsDateline(text, before, after)))
                return date;
            return null;
        }

        return null;
    }

    // Nothing but punctuation, clock times, and words such as "Published" or "GMT".
    private static bool IsLabel(string text, TextSpan span)
    {
        for (var at = span.Start; at < span.End; at++)
        {
            if (!DateReader.TryWord(text, at, out var word))
                continue;
            if (!Contains(LabelWords, text.AsSpan(at, Math.Min(word.End, span.End) - at)))
                return false;
            at = word.End - 1;
        }

        return true;
    }

    private static bool Contains(string[] words, ReadOnlySpan<char> word)
    {
        foreach (var known in words)
        {
            if (word.Equals(known, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    // Capitalised words only ("WASHINGTON", "NEW YORK (AP)", "Hong Kong, China"), small words such as "de" between them; not a
    // sentence: at most eight words.
    private static bool IsPlace(string text, TextSpan span)
    {
        var words = 0;
        for (var at = span.Start; at < span.End; at++)
        {
            if (char.IsAsciiDigit(text[at]) || text[at] is '"' or '“' or '?' or '!' or ';')
                return false;
            if (!DateReader.TryWord(text, at, out var word))
                continue;
            var isCapital = char.IsUpper(text[at]);
            if (!isCapital && word.Length > 3)
                return false;
            words += isCapital ? 1 : 0;
            at = word.End - 1;
        }

        return words is > 0 and <= 8;
    }

    private static bool IsDateline(string text, TextSpan before, TextSpan after)
    {
        var hasPlace = IsPlace(text, before);
        if (!hasPlace && !text.AsSpan(before.Start, before.Length).IsWhiteSpace())
            return false;

        // After the date only an agency in brackets or capitals may come before the closing mark.
        var depth = 0;
        var hasAgency = false;
        var end = Math.Min(after.End, after.Start + LongestTail);
        for (var at = after.Start; at < end; at++)
        {
            var c = text[at];
            if (c is '(' or '[')
                (depth, hasAgency) = (depth + 1, true);
            else if (c is ')' or ']')
                depth = Math.Max(0, depth - 1);
            else if (depth == 0 && (c is ':' or '–' or '—' || (c == '-' && !IsInsideWord(text, at))))
                return true;
            else if (depth == 0 && char.IsLower(c) && (at == 0 || !char.IsLetter(text[at - 1])))
                return hasAgency && hasPlace;
            else if (depth == 0 && hasAgency && char.IsLetter(c))
                return true;
        }

        return hasAgency;
    }

    private static bool IsInsideWord(string text, int at) =>
        at > 0 && at + 1 < text.Length && char.IsLetterOrDigit(text[at - 1]) && char.IsLetterOrDigit(text[at + 1]);
}
