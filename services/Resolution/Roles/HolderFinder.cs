using EntityRes.Text;

namespace EntityRes.Resolution.Roles;

/// <summary>Offices + date → the holders who fit.</summary>
internal static class HolderFinder
{
    // Somebody is called incoming or elect from his choice until he takes office, which lies within a year.
    private const int LongestTransitionYears = 1;

    /// <summary>Finds the holders, the latest first, each person once.</summary>
    /// <param name="offices">Offices.</param>
    /// <param name="first">Index of the first to look at.</param>
    /// <param name="end">Index after the last to look at.</param>
    /// <param name="query">Whom to look for.</param>
    internal static List<RoleHolder> Find(List<NamedOffice> offices, int first, int end, in HolderQuery query)
    {
        var found = new List<RoleHolder>();
        for (var i = first; i < end; i++)
            AddFitting(offices[i], query, found);
        if (query.Says(RoleModifiers.Interim) && found.Exists(holder => holder.Tenure.IsActing))
            found.RemoveAll(holder => !holder.Tenure.IsActing);
        if (query.AsOf is { } date && query.Modifiers == RoleModifiers.Former)
            RemoveIncumbents(offices, first, end, date, found);
        if (end - first > 1)
            found.Sort((one, other) => other.Tenure.Start.CompareTo(one.Tenure.Start));
        return found;
    }

    private static void AddFitting(in NamedOffice named, in HolderQuery query, List<RoleHolder> found)
    {
        var tenures = named.Office.Tenures;
        var start = found.Count;
        if (query.Says(RoleModifiers.Last) && !IsGone(tenures, query.AsOf))
            return;
        for (var i = tenures.Count - 1; i >= 0; i--)
        {
            var tenure = tenures[i];
            if (!Fits(tenure, query) || Holds(found, tenure.Holder) || (named.AsLeader && !named.Office.LedDuring(tenure)))
                continue;
            found.Add(new RoleHolder(
                named.Office, tenure, Coverage01(tenure, query), named.Directness01, query.Named.Contains(tenure.Holder)));
            if (query.Says(RoleModifiers.Last))
                return;
        }

        if (query.Says(RoleModifiers.Incoming) && found.Count - start > 1)
            found.RemoveRange(start, found.Count - start - 1); // the next one
    }

    private static bool IsGone(IReadOnlyList<Tenure> tenures, PartialDate? asOf)
    {
        foreach (var tenure in tenures)
        {
            if (tenure.End is null || (asOf is { } date && !tenure.CertainlyEndedBefore(date)))
                return false;
        }

        return true;
    }

    private static bool Fits(in Tenure tenure, in HolderQuery query)
    {
        if (query.Says(RoleModifiers.Acting) && !tenure.IsActing)
            return false;
        if (query.AsOf is not { } date)
            return query.MeansIncumbent || query.Says(RoleModifiers.Then) || (tenure.End is not null && !query.Says(RoleModifiers.Incoming));
        if (query.Says(RoleModifiers.Then))
            return !tenure.CertainlyBeganAfter(date);
        if (query.Says(RoleModifiers.Former | RoleModifiers.Last))
            return tenure.CertainlyEndedBefore(date);
        return query.Says(RoleModifiers.Incoming)
            ? tenure.CertainlyBeganAfter(date) && tenure.Start.FirstDay <= date.FirstDay.AddYears(LongestTransitionYears)
            : tenure.MayCover(date);
    }

    private static void RemoveIncumbents(List<NamedOffice> offices, int first, int end, PartialDate date, List<RoleHolder> found)
    {
        for (var i = first; i < end; i++)
        {
            foreach (var tenure in offices[i].Office.Tenures)
            {
                if (tenure.MayCover(date))
                    found.RemoveAll(holder => holder.Tenure.Holder == tenure.Holder);
            }
        }
    }

    private static bool Holds(List<RoleHolder> found, int person)
    {
        foreach (var holder in found)
        {
            if (holder.Tenure.Holder == person)
                return true;
        }

        return false;
    }

    private static float Coverage01(in Tenure tenure, in HolderQuery query)
    {
        if (query.AsOf is not { } date)
            return 0;
        if (!query.MeansIncumbent)
            return 1;
        var (from, to) = (date.FirstDay.DayNumber, date.DayAfter.DayNumber);
        var start = Math.Max(from, tenure.Start.FirstDay.DayNumber);
        var end = tenure.End is { } last ? Math.Min(to, last.FirstDay.DayNumber) : to;
        return Math.Max(0, end - start) / (float)(to - from);
    }
}
