using System.Buffers;
using EntityRes.Text;

namespace EntityRes.Extraction.Dates;

/// <summary>
/// Completes a dateline without year. News names its own day by the weekday ("said Thursday", "on Thursday"), and mentions
/// years that are past: the year is the earliest, not before the latest past year mentioned, in which the dateline's day is that
/// weekday.
/// </summary>
internal static class YearInference
{
    private const int YearsAhead = 5;      // weekdays recur after 5, 6 or 11 years: further ahead the choice is open
    private const int LeadWeight = 3;       // a weekday of the first sentence against one further down
    private const int StrongWeight = 4;     // at least a weekday of the first sentence that is named once more
    private static readonly SearchValues<char> Initials = SearchValues.Create("FMSTW"); // of weekdays

    private const int LeadLength = 400;     // UTF-16 units after the dateline that may belong to the first sentence

    public static InferredDate Complete(string text, StatedDate dateline)
    {
        if (WeekdayOf(text, dateline) is not { } weekday || PastYears.Latest(text, dateline.Span.End) is not { } latest)
            return InferredDate.None;

        for (var year = latest.Year; year <= latest.Year + YearsAhead; year++)
        {
            if (!dateline.ExistsIn(year) || new DateOnly(year, dateline.Month, dateline.Day).DayOfWeek != weekday.Day)
                continue;
            if (year == latest.Year && latest.IsBefore(dateline.Month, dateline.Day) is false)
                continue;
            var date = new PartialDate(year, dateline.Month, dateline.Day);
            return new InferredDate(DateSource.Inferred, date, dateline.Span, weekday.Span, latest.Span);
        }

        return InferredDate.None;
    }

    // The weekday the text speaks of most, one in the first sentence counting more; none when two are level.
    private static (DayOfWeek Day, TextSpan Span)? WeekdayOf(string text, StatedDate dateline)
    {
        if (dateline.Weekday is { } stated)
            return (stated, dateline.Span);

        Span<int> weights = stackalloc int[7];
        Span<TextSpan> firsts = stackalloc TextSpan[7];
        var leadEnd = LeadEnd(text, dateline.Span.End);
        var from = dateline.Span.End;
        for (var at = from; (at = NextInitial(text, at)) < text.Length; at++)
        {
            if ((at > from && char.IsLetter(text[at - 1])) || !DateReader.TryWord(text, at, out var word))
                continue;
            at = word.End - 1;
            if (word.Length < 6 || !CalendarWords.TryWeekday(word.Of(text), out var day) || IsOtherWeek(text, word))
                continue;
            if (weights[(int)day] == 0)
                firsts[(int)day] = word;
            weights[(int)day] += word.End <= leadEnd ? LeadWeight : 1;
        }

        return Heaviest(weights) is { } winner && weights[winner] >= StrongWeight ? ((DayOfWeek)winner, firsts[winner]) : null;
    }

    private static int NextInitial(string text, int from) =>
        text.AsSpan(from).IndexOfAny(Initials) is >= 0 and var next ? from + next : text.Length;

    private static int? Heaviest(ReadOnlySpan<int> weights)
    {
        var best = 0;
        var isLevel = false;
        for (var i = 1; i < weights.Length; i++)
        {
            isLevel = weights[i] == weights[best] || (isLevel && weights[i] < weights[best]);
            if (weights[i] > weights[best])
                best = i;
        }

        return weights[best] == 0 || isLevel ? null : best;
    }

    private static int LeadEnd(string text, int from)
    {
        var limit = Math.Min(text.Length, from + LeadLength);
        for (var at = from; at < limit; at++)
        {
            var endsSentence = text[at] == '.' && at > from + 40 && (at + 1 == text.Length || char.IsWhiteSpace(text[at + 1]))
                && char.IsLower(text[at - 1]);
            if (text[at] == '\n' || endsSentence)
                return at;
        }

        return limit;
    }

    // "last Thursday", "next Monday", "Friday next week", "Bloody Sunday", "Monday, May 3": days that do not date the report.
    private static bool IsOtherWeek(string text, TextSpan word)
    {
        var before = text.AsSpan(0, word.Start).TrimEnd(" ,\n");
        var after = text.AsSpan(word.End);
        return EndsWithWord(before, "last") || EndsWithWord(before, "next") || EndsWithWord(before, "every")
            || EndsWithWord(before, "Black") || EndsWithWord(before, "Bloody") || EndsWithWord(before, "Good")
            || EndsWithWord(before, "Easter") || EndsWithWord(before, "Palm") || EndsWithWord(before, "Ash")
            || EndsWithWord(before, "Super") || EndsWithWord(before, "until")
            || after.StartsWith(" week", StringComparison.Ordinal) || after.StartsWith(" next", StringComparison.Ordinal)
            || DatesItself(text, word.Start);
    }

    private static bool DatesItself(string text, int start) => DateReader.TryRead(text, start, out var date) && date.Day > 0;

    private static bool EndsWithWord(ReadOnlySpan<char> text, string word) =>
        text.EndsWith(word, StringComparison.OrdinalIgnoreCase)
        && (text.Length == word.Length || !char.IsLetter(text[^(word.Length + 1)]));
}
