using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace EntityRes.Text;

/// <summary>
/// A date of which the year, the month or the day is known (ISO 8601 reduced precision): the half-open range of days
/// <c>[FirstDay, DayAfter)</c> that it may mean.
/// </summary>
/// <param name="Year">Year, 1–9998.</param>
/// <param name="Month">Month, 1–12, or 0 when unknown.</param>
/// <param name="Day">Day of the month, 1–31, or 0 when unknown.</param>
public readonly record struct PartialDate(int Year, int Month = 0, int Day = 0) : IComparable<PartialDate>
{
    /// <summary>The first day the date may mean.</summary>
    public DateOnly FirstDay => new(Year, Math.Max(Month, 1), Math.Max(Day, 1));

    /// <summary>The day after the last day the date may mean.</summary>
    public DateOnly DayAfter =>
        Day > 0 ? FirstDay.AddDays(1) : Month > 0 ? FirstDay.AddMonths(1) : FirstDay.AddYears(1);

    /// <summary>A date known to the day.</summary>
    public static PartialDate Of(DateOnly day) => new(day.Year, day.Month, day.Day);

    /// <summary>Reads <c>2025-09-04</c>, <c>2025-09</c> or <c>2025</c>; nothing else, and only dates that exist.</summary>
    /// <param name="text">The text, without surrounding blanks.</param>
    /// <param name="date">The date when the method returns true.</param>
    /// <returns>False when the text has another form or names no day of the calendar.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, out PartialDate date)
    {
        date = default;
        if (text is null || text.Length is not (4 or 7 or 10))
            return false;
        if (!TryNumber(text.AsSpan(0, 4), out var year) || year is 0 or > 9998)
            return false;

        int month = 0, day = 0;
        if (text.Length >= 7 && (text[4] != '-' || !TryNumber(text.AsSpan(5, 2), out month) || month is 0 or > 12))
            return false;
        if (text.Length == 10 && (text[7] != '-' || !TryNumber(text.AsSpan(8, 2), out day) || day == 0
            || day > DateTime.DaysInMonth(year, month)))
            return false;

        date = new PartialDate(year, month, day);
        return true;
    }

    /// <summary>Orders by first day; of two that begin together the more precise comes first.</summary>
    public int CompareTo(PartialDate other)
    {
        var byFirst = FirstDay.CompareTo(other.FirstDay);
        return byFirst != 0 ? byFirst : DayAfter.CompareTo(other.DayAfter);
    }

    /// <summary>Whether this date sorts before the other.</summary>
    public static bool operator <(PartialDate left, PartialDate right) => left.CompareTo(right) < 0;

    /// <summary>Whether this date sorts before the other or is equal.</summary>
    public static bool operator <=(PartialDate left, PartialDate right) => left.CompareTo(right) <= 0;

    /// <summary>Whether this date sorts after the other.</summary>
    public static bool operator >(PartialDate left, PartialDate right) => left.CompareTo(right) > 0;

    /// <summary>Whether this date sorts after the other or is equal.</summary>
    public static bool operator >=(PartialDate left, PartialDate right) => left.CompareTo(right) >= 0;

    /// <summary>The ISO 8601 form at the known precision: <c>2025-09-04</c>, <c>2025-09</c> or <c>2025</c>.</summary>
    public override string ToString() =>
        Day > 0 ? string.Create(CultureInfo.InvariantCulture, $"{Year:D4}-{Month:D2}-{Day:D2}")
        : Month > 0 ? string.Create(CultureInfo.InvariantCulture, $"{Year:D4}-{Month:D2}")
        : Year.ToString("D4", CultureInfo.InvariantCulture);

    private static bool TryNumber(ReadOnlySpan<char> digits, out int value) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out value);
}
