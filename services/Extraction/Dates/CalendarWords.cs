namespace EntityRes.Extraction.Dates;

/// <summary>English names of months and weekdays with the abbreviations of news copy, in any case.</summary>
internal static class CalendarWords
{
    private static readonly string[] Months =
    [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
        "december",
    ];

    private static readonly string[] Weekdays =
        ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];

    /// <summary>1–12 for a month's name or its abbreviation of three letters ("Sept" too), without dot; else 0.</summary>
    public static int Month(ReadOnlySpan<char> word)
    {
        if (word.Equals("sept", StringComparison.OrdinalIgnoreCase))
            return 9;
        for (var i = 0; i < Months.Length; i++)
        {
            if (word.Equals(Months[i], StringComparison.OrdinalIgnoreCase)
                || (word.Length == 3 && Months[i].AsSpan(0, 3).Equals(word, StringComparison.OrdinalIgnoreCase)))
                return i + 1;
        }

        return 0;
    }

    /// <summary>Reads a weekday's full name or its abbreviation of three to five letters.</summary>
    public static bool TryWeekday(ReadOnlySpan<char> word, out DayOfWeek weekday)
    {
        weekday = default;
        if (word.Length < 3)
            return false;
        for (var i = 0; i < Weekdays.Length; i++)
        {
            var isAbbreviated = word.Length <= 5 && Weekdays[i].StartsWith(word, StringComparison.OrdinalIgnoreCase);
            if (!isAbbreviated && !word.Equals(Weekdays[i], StringComparison.OrdinalIgnoreCase))
                continue;
            weekday = (DayOfWeek)i;
            return true;
        }

        return false;
    }
}
