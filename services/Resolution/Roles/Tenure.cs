using EntityRes.Text;

namespace EntityRes.Resolution.Roles;

/// <summary>One person's time in an office: the half-open range <c>[Start, End)</c>.</summary>
/// <param name="Holder">The person, as index into the catalogue.</param>
/// <param name="Start">When it began, to the known precision.</param>
/// <param name="End">When it ended: the day the successor's began, to the known precision; null while it lasts.</param>
/// <param name="IsActing">Whether it was held in an acting, interim or caretaker capacity.</param>
public readonly record struct Tenure(int Holder, PartialDate Start, PartialDate? End, bool IsActing)
{
    /// <summary>Whether the person certainly held the office throughout a date.</summary>
    public bool CertainlyCovers(PartialDate date) =>
        LastPossibleStart <= date.FirstDay && (End is not { } end || date.DayAfter <= end.FirstDay);

    /// <summary>Whether the person may have held the office on some day of a date.</summary>
    public bool MayCover(PartialDate date) =>
        Start.FirstDay < date.DayAfter && (End is not { } end || date.FirstDay < LastDayAfter(end));

    /// <summary>Whether the tenure had certainly ended before a date.</summary>
    public bool CertainlyEndedBefore(PartialDate date) => End is { } end && LastDayAfter(end) <= date.FirstDay;

    /// <summary>Whether the tenure certainly began after a date.</summary>
    public bool CertainlyBeganAfter(PartialDate date) => date.DayAfter <= Start.FirstDay;

    private DateOnly LastPossibleStart => Start.DayAfter.AddDays(-1);

    // An end known to the day is exclusive; an end known to the month or year may be any of its days.
    private static DateOnly LastDayAfter(PartialDate end) => end.Day > 0 ? end.FirstDay : end.DayAfter;
}
