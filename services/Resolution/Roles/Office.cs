using EntityRes.Text;

namespace EntityRes.Resolution.Roles;

/// <summary>An office: a role in a country or organisation, whoever holds it.</summary>
/// <param name="Slug">Its name in the catalogue's files: <c>ru/president</c>.</param>
/// <param name="Of">The country or organisation, as index into the catalogue.</param>
/// <param name="Role">The controlled role: <c>president</c>, <c>secretary-general</c>.</param>
/// <param name="Title">Its title in full: "President of Russia".</param>
/// <param name="Aliases">Other titles in full: "Taoiseach".</param>
/// <param name="IsExclusive">Whether one person at a time holds it.</param>
/// <param name="Leading">When "the … leader" means this office before the polity's others; may be never.</param>
/// <param name="Tenures">Who held it when, by start.</param>
public sealed record Office(
    string Slug,
    int Of,
    string Role,
    string Title,
    IReadOnlyList<string> Aliases,
    bool IsExclusive,
    IReadOnlyList<LeadingPeriod> Leading,
    IReadOnlyList<Tenure> Tenures)
{
    /// <summary>Whether "the … leader" means this office; on an unknown date, whether it ever does.</summary>
    public bool Leads(PartialDate? date)
    {
        foreach (var period in Leading)
        {
            if (date is not { } day || period.Covers(day))
                return true;
        }

        return false;
    }

    /// <summary>Whether the office led at some time of a tenure.</summary>
    internal bool LedDuring(in Tenure tenure)
    {
        foreach (var period in Leading)
        {
            if ((period.Start is not { } start || tenure.End is not { } end || start.FirstDay < end.FirstDay)
                && (period.End is not { } until || tenure.Start.FirstDay < until.FirstDay))
                return true;
        }

        return false;
    }
}
