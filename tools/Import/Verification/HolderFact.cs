using EntityRes.Text;

namespace EntityRes.Import.Verification;

/// <summary>What a reference says about the holder of an office.</summary>
/// <param name="Reference">Name of the reference.</param>
/// <param name="Country">ISO code, QID or name of the country.</param>
/// <param name="Title">The office as the reference calls it; empty = the effective leader, whatever the office.</param>
/// <param name="Person">The holder's name.</param>
/// <param name="Start">When it began, or null.</param>
/// <param name="End">When it ended; null = not by the reference's own date.</param>
/// <param name="KnownUntil">The reference's own date.</param>
/// <param name="IsStartKnown">Whether <paramref name="Start"/> is the day of taking office rather than a day in office.</param>
public sealed record HolderFact(
    string Reference, string Country, string Title, string Person, PartialDate? Start, PartialDate? End, PartialDate KnownUntil,
    bool IsStartKnown)
{
    /// <summary>The fact's name in findings.</summary>
    public string Subject => $"{Country} {(Title.Length > 0 ? Title : "leader")} {Person} {Start}";
}
