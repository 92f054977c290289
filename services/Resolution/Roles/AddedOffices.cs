using System.Collections.Immutable;
using EntityRes.Text;

namespace EntityRes.Resolution.Roles;

/// <summary>Offices and tenures that were added to an <see cref="OfficeIndex"/> at run time. Immutable.</summary>
internal sealed class AddedOffices
{
    internal static readonly AddedOffices None = new();

    /// <summary>Offices by index: compiled ones with more tenures, and those after the last.</summary>
    internal ImmutableSortedDictionary<int, Office> Offices { get; private init; } = ImmutableSortedDictionary<int, Office>.Empty;

    /// <summary>Everything that the holders of these offices held, by office slug and start.</summary>
    internal ImmutableDictionary<int, (Office Office, Tenure Tenure)[]> Held { get; private init; } =
        ImmutableDictionary<int, (Office, Tenure)[]>.Empty;

    /// <summary>With one more tenure; one of the same holder and start is replaced.</summary>
    /// <param name="compiled">The index that is added to.</param>
    /// <param name="office">Where the office stands and what it is; an index after the last makes a new office.</param>
    /// <param name="tenure">The tenure.</param>
    internal AddedOffices With(OfficeIndex compiled, (int Index, Office Office) office, Tenure tenure)
    {
        var tenures = office.Office.Tenures
            .Where(known => known.Holder != tenure.Holder || known.Start != tenure.Start)
            .Append(tenure).OrderBy(known => known.Start).ToArray();
        if (office.Office.IsExclusive)
            EndWhereTheNextBegins(tenures);
        var changed = office.Office with { Tenures = tenures };
        var offices = Offices.SetItem(office.Index, changed);
        var held = Held;
        foreach (var holder in tenures.Select(known => known.Holder).Distinct())
        {
            var others = HeldBefore(compiled, holder).Where(pair => pair.Office.Slug != changed.Slug);
            held = held.SetItem(holder, [.. others
                .Concat(tenures.Where(known => known.Holder == holder).Select(known => (Office: changed, Tenure: known)))
                .OrderBy(pair => pair.Office.Slug, StringComparer.Ordinal).ThenBy(pair => pair.Tenure.Start)]);
        }

        return new AddedOffices { Offices = offices, Held = held };
    }

    private IEnumerable<(Office Office, Tenure Tenure)> HeldBefore(OfficeIndex compiled, int holder)
    {
        if (Held.TryGetValue(holder, out var held))
            return held;
        var compiledOnes = new List<(Office, Tenure)>();
        foreach (var pair in compiled.HeldBy(holder))
            compiledOnes.Add(pair);
        return compiledOnes;
    }

    // One person at a time: who has a successor is out of office from that day on.
    private static void EndWhereTheNextBegins(Tenure[] tenures)
    {
        for (var i = 0; i + 1 < tenures.Length; i++)
        {
            PartialDate next = tenures[i + 1].Start;
            if (tenures[i].End is not { } end || next < end)
                tenures[i] = tenures[i] with { End = next };
        }
    }
}
