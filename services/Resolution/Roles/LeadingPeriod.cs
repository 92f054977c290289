using EntityRes.Text;

namespace EntityRes.Resolution.Roles;

/// <summary>A time in which an office is the one that leads its country or organisation.</summary>
/// <param name="Start">First date; null = always before.</param>
/// <param name="End">Date it ended on, exclusive; null = until further notice.</param>
public readonly record struct LeadingPeriod(PartialDate? Start, PartialDate? End)
{
    /// <summary>Whether the date begins within the period.</summary>
    public bool Covers(PartialDate date) =>
        (Start is not { } start || start.FirstDay <= date.FirstDay) && (End is not { } end || date.FirstDay < end.FirstDay);
}
