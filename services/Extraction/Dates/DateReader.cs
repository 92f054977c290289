using EntityRes.Text;

namespace EntityRes.Extraction.Dates;

/// <summary>
/// Reads one written date at one place of a text: <c>Monday, September 9, 2019</c>, <c>4 September 2025</c>, <c>Sept. 4</c>,
/// <c>Thursday 4th of September</c>, <c>2025-09-04</c>, <c>25/12/2014</c>, <c>September 2025</c>.
/// </summary>
/// <remarks>
/// Numbers alone are read only when they allow one reading: <c>04/09/2025</c> is not a date here. Impossible days are not
/// dates, and neither are ranges of days ("May 20-22"). No allocation. Thread-safe.
/// </remarks>
internal static class DateReader
{
    private const int FirstYear = 1800;
    private const int LastYear = 2199;

    /// <summary>Reads the date that begins exactly at a position where a word begins.</summary>
    public static bool TryRead(string text, int start, out StatedDate date)
    {
        date = default;
        if (start > 0 && char.IsLetterOrDigit(text[start - 1]))
            return false;
        var at = start;
        DayOfWeek? weekday = null;
        if (TryWord(text, at, out var word) && CalendarWords.TryWeekday(word.Of(text), out var named))
        {
            weekday = named;
            at = SkipSeparators(text, SkipDot(text, word.End));
        }

        var isRead = TryMonthFirst(text, at, out var read) || TryDayFirst(text, at, out read) || TryNumeric(text, at, out read);
        if (!isRead || !IsPossible(read))
            return false;
        date = read with { Span = new TextSpan(start, read.Span.End), Weekday = weekday };
        return true;
    }

    private static bool TryMonthFirst(string text, int at, out StatedDate date)
    {
        date = default;
        if (!TryWord(text, at, out var word) || CalendarWords.Month(word.Of(text)) is not (> 0 and var month))
            return false;
        var next = SkipBlanks(text, SkipDot(text, word.End));
        if (next == word.End || !TryNumber(text, next, out var number, out var end))
            return false;
        if (end - next == 4)
        {
            date = new StatedDate(new TextSpan(at, end), number, month, 0, null);
            return number is >= FirstYear and <= LastYear;
        }

        end = SkipOrdinal(text, end);
        if (end - next > 4 || number == 0 || StartsRange(text, end))
            return false;
        var year = ReadYear(text, ref end);
        date = new StatedDate(new TextSpan(at, end), year, month, number, null);
        return true;
    }

    private static bool TryDayFirst(string text, int at, out StatedDate date)
    {
        date = default;
        if (!TryNumber(text, at, out var day, out var end) || end - at > 2 || day == 0)
            return false;
        var next = SkipBlanks(text, SkipOrdinal(text, end));
        if (TryWord(text, next, out var of) && of.Of(text).Equals("of", StringComparison.OrdinalIgnoreCase))
            next = SkipBlanks(text, of.End);
        if (next < text.Length && text[next] == '-')
            next++;
        if (!TryWord(text, next, out var word) || CalendarWords.Month(word.Of(text)) is not (> 0 and var month))
            return false;
        end = SkipDot(text, word.End);
        if (end < text.Length && text[end] == '-')
            end++;
        var year = ReadYear(text, ref end);
        date = new StatedDate(new TextSpan(at, year > 0 ? end : word.End), year, month, day, null);
        return true;
    }

    private static bool TryNumeric(string text, int at, out StatedDate date)
    {
        date = default;
        if (!TryNumber(text, at, out var first, out var end) || end >= text.Length || text[end] is not ('-' or '/' or '.'))
            return false;
        var separator = text[end];
        if (!TryNumber(text, end + 1, out var second, out var secondEnd) || secondEnd - end > 3
            || secondEnd >= text.Length || text[secondEnd] != separator
            || !TryNumber(text, secondEnd + 1, out var third, out var last))
            return false;

        var span = new TextSpan(at, last);
        if (end - at == 4 && last - secondEnd <= 3)
            date = new StatedDate(span, first, second, third, null);
        else if (last - secondEnd == 5 && end - at <= 2 && (first > 12 || first == second))
            date = new StatedDate(span, third, second, first, null);
        else if (last - secondEnd == 5 && end - at <= 2 && second > 12)
            date = new StatedDate(span, third, first, second, null);
        return date.Year is >= FirstYear and <= LastYear && date.Month is >= 1 and <= 12 && date.Day > 0;
    }

    private static bool IsPossible(StatedDate date) => date.ExistsIn(date.Year > 0 ? date.Year : 2000);

    // A year may follow at once or after a comma; a clock time ("Sept 4, 2014 GMT" against "Sept 4, 2014") does not.
    private static int ReadYear(string text, ref int end)
    {
        var at = SkipSeparators(text, end);
        if (!TryNumber(text, at, out var year, out var yearEnd) || yearEnd - at != 4 || year is < FirstYear or > LastYear)
            return 0;
        var isClock = yearEnd + 3 < text.Length && text.AsSpan(yearEnd, 4) is " GMT" or " UTC";
        if (isClock)
            return 0;
        end = yearEnd;
        return year;
    }

    private static bool StartsRange(string text, int at) =>
        at + 1 < text.Length && text[at] is '-' or '–' or '/' && char.IsAsciiDigit(text[at + 1]);

    internal static bool TryWord(string text, int at, out TextSpan word)
    {
        var end = at;
        while (end < text.Length && char.IsLetter(text[end]))
            end++;
        word = new TextSpan(at, end);
        return end > at;
    }

    private static bool TryNumber(string text, int at, out int value, out int end)
    {
        value = 0;
        for (end = at; end < text.Length && char.IsAsciiDigit(text[end]) && end - at < 5; end++)
            value = (value * 10) + (text[end] - '0');
        return end > at && end - at < 5 && (end == text.Length || !char.IsAsciiDigit(text[end]));
    }

    private static int SkipOrdinal(string text, int at)
    {
        if (at + 2 > text.Length || (at + 2 < text.Length && char.IsLetterOrDigit(text[at + 2])))
            return at;
        var suffix = text.AsSpan(at, 2);
        var isOrdinal = suffix.Equals("st", StringComparison.OrdinalIgnoreCase)
            || suffix.Equals("nd", StringComparison.OrdinalIgnoreCase)
            || suffix.Equals("rd", StringComparison.OrdinalIgnoreCase)
            || suffix.Equals("th", StringComparison.OrdinalIgnoreCase);
        return isOrdinal ? at + 2 : at;
    }

    private static int SkipDot(string text, int at) => at < text.Length && text[at] == '.' ? at + 1 : at;

    private static int SkipBlanks(string text, int at)
    {
        while (at < text.Length && text[at] is ' ' or '\u00A0' or '\t')
            at++;
        return at;
    }

    private static int SkipSeparators(string text, int at)
    {
        while (at < text.Length && text[at] is ' ' or '\u00A0' or '\t' or ',')
            at++;
        return at;
    }
}
