using EntityRes.Text;

namespace EntityRes.Extraction.Dates;

/// <summary>A year that a text mentions as past.</summary>
/// <param name="Year">The year.</param>
/// <param name="Month">The month mentioned with it, 1–12, or 0.</param>
/// <param name="Day">The day mentioned with it, 1–31, or 0.</param>
/// <param name="Span">The four digits.</param>
internal readonly record struct PastYear(int Year, int Month, int Day, TextSpan Span)
{
    /// <summary>Whether the moment mentioned lies before a day of the same year; null when only the year is known.</summary>
    public bool? IsBefore(int month, int day) => Month == 0 ? null : Month < month || (Month == month && Day <= day);
}

/// <summary>The years a text mentions, but for those it looks forward to.</summary>
internal static class PastYears
{
    private const int FirstYear = 1900;
    private const int LastYear = 2099;
    private const int Context = 48;             // UTF-16 units looked at before a year
    private const int StepsOfPreposition = 3;   // words from the year within which a preposition governs it

    // Look forward when they stand right before the year, or before its month or season.
    private static readonly string[] ForwardPrepositions = ["before", "beyond", "by", "for", "next", "through", "till", "to", "until"];

    // Look forward from anywhere before the year in the same clause.
    private static readonly string[] ForwardVerbs =
        ["expected", "expire", "expires", "plan", "planned", "plans", "scheduled", "will"];

    // "the 2026 World Cup", "the 2024 election" may lie ahead.
    private static readonly string[] EventWords =
        ["Cup", "election", "elections", "Euro", "Games", "Olympic", "Olympics", "presidential", "Summer", "vote", "Winter", "World"];

    /// <summary>The latest past year at or after a position, or null.</summary>
    public static PastYear? Latest(string text, int from)
    {
        PastYear? latest = null;
        for (var at = NextDigit(text, Math.Max(from, 1)); at + 4 <= text.Length; at = NextDigit(text, at + 1))
        {
            if (IsPartOfNumber(text, at) || ReadFour(text, at) is not (>= FirstYear and <= LastYear and var year)
                || IsForward(text, at))
                continue;
            var (month, day) = MonthBefore(text, at);
            var candidate = new PastYear(year, month, day, new TextSpan(at, at + 4));
            if (latest is not { } known || year > known.Year || (year == known.Year && IsLater(candidate, known)))
                latest = candidate;
            at += 3;
        }

        return latest;
    }

    // The next place where a year of these two millennia may begin.
    private static int NextDigit(string text, int from)
    {
        if (from >= text.Length)
            return text.Length;
        var next = text.AsSpan(from).IndexOfAny('1', '2');
        return next < 0 ? text.Length : from + next;
    }

    private static bool IsLater(PastYear one, PastYear other) =>
        one.Month > other.Month || (one.Month == other.Month && one.Day > other.Day);

    private static bool IsPartOfNumber(string text, int at)
    {
        var before = text[at - 1];
        if (char.IsLetterOrDigit(before) || before is '$' or '£' or '€' or '.' or '#' or '/')
            return true;
        if (before == ',' && at > 1 && char.IsDigit(text[at - 2]))
            return true;
        if (at + 4 == text.Length)
            return false;
        var after = text[at + 4];
        var isFraction = after is ',' or '.' or ':' or '/' && at + 5 < text.Length && char.IsDigit(text[at + 5]);
        return char.IsDigit(after) || isFraction || after is '%' or '°' || CountsThings(text, at + 4);
    }

    // "2000 people", "1,990" … a number of things rather than a year: a plural or a unit follows.
    private static bool CountsThings(string text, int at)
    {
        if (at + 1 >= text.Length || text[at] != ' ' || !DateReader.TryWord(text, at + 1, out var word))
            return false;
        var next = word.Of(text);
        return next is "people" or "men" or "women" or "children" or "troops" or "soldiers" or "tonnes" or "tons" or "feet"
            or "dollars" or "euros" or "points" or "jobs" or "km" or "miles" or "metres" or "meters" or "kilometers"
            or "kilometres" or "workers" or "votes" or "homes" or "GMT" or "UTC" or "m" or "barrels" or "hours";
    }

    private static int? ReadFour(string text, int at)
    {
        var year = 0;
        for (var i = at; i < at + 4; i++)
        {
            if (!char.IsAsciiDigit(text[i]))
                return null;
            year = (year * 10) + (text[i] - '0');
        }

        return year;
    }

    private static bool IsForward(string text, int at)
    {
        if (at + 5 < text.Length && DateReader.TryWord(text, at + 5, out var after) && Contains(EventWords, after.Of(text)))
            return true;

        // Words of the same clause, nearest first: "will … in 2030", "by 2030", "through the end of 2030".
        var end = at;
        var steps = 0;
        for (var i = at - 1; i >= Math.Max(0, at - Context) && text[i] is not ('.' or ';' or '\n' or '"' or '”'); i--)
        {
            if (char.IsLetter(text[i]))
                continue;
            if (IsForwardWord(text.AsSpan(i + 1, end - i - 1), steps++))
                return true;
            end = i;
        }

        return false;
    }

    private static bool IsForwardWord(ReadOnlySpan<char> word, int steps) =>
        Contains(ForwardVerbs, word) || (steps < StepsOfPreposition && Contains(ForwardPrepositions, word));

    private static bool Contains(string[] words, ReadOnlySpan<char> word)
    {
        foreach (var known in words)
        {
            if (word.Equals(known, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    private static (int Month, int Day) MonthBefore(string text, int at)
    {
        for (var back = at - 1; back >= Math.Max(0, at - 20); back--)
        {
            if (char.IsLetterOrDigit(text[back]) && (back == 0 || !char.IsLetterOrDigit(text[back - 1]))
                && DateReader.TryRead(text, back, out var date) && date.Span.End == at + 4 && date.Weekday is null)
                return (date.Month, date.Day);
        }

        return (0, 0);
    }
}
