using EntityRes.Text;

namespace EntityRes.Extraction.Dates;

/// <summary>A date as a piece of text states it.</summary>
/// <param name="Span">The characters that state it, its weekday included.</param>
/// <param name="Year">1–9998, or 0 when not stated.</param>
/// <param name="Month">1–12.</param>
/// <param name="Day">1–31, or 0 when not stated.</param>
/// <param name="Weekday">The weekday stated with it, if any.</param>
internal readonly record struct StatedDate(TextSpan Span, int Year, int Month, int Day, DayOfWeek? Weekday)
{
    /// <summary>Whether day, month and year are stated.</summary>
    public bool IsFull => Year > 0 && Day > 0;

    /// <summary>Whether the calendar has the day in that year.</summary>
    public bool ExistsIn(int year) => Day <= DateTime.DaysInMonth(year, Month);
}
