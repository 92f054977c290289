namespace EntityRes.Resolution.CanonicalIds;

/// <summary>Names outside the catalogue → remembered entities: reads all names of a document in one round trip, writes the new ones in another.</summary>
/// <remarks>Thread-safe. Of concurrent first sightings all callers get the same entity: whoever loses reads the winner and decides again.</remarks>
public sealed class CanonicalIdAssigner(IIdentityStore store)
{
    private readonly KeptFamilies _families = new();

    /// <summary>Finds or makes the remembered entity of every sighting.</summary>
    /// <param name="sightings">The names of one document; null where a chain has none.</param>
    /// <param name="mint">Whether to remember names that are not remembered yet.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The entity of each sighting, in their order; null where there is none.</returns>
    /// <exception cref="StoreUnavailableException">
    /// The store cannot be reached. When nothing was to be written, the caller may go on without.
    /// </exception>
    public async ValueTask<IReadOnlyList<AssignedEntity?>> AssignAsync(
        IReadOnlyList<NameSighting?> sightings, bool mint, CancellationToken cancellationToken)
    {
        var assigned = new AssignedEntity?[sightings.Count];
        var pending = GroupByFamily(sightings);
        if (pending.Count == 0)
            return assigned;
        var families = pending.Select(group => group.Family).ToArray();
        var records = await store.ReadFamiliesAsync(families, cancellationToken).ConfigureAwait(false);
        while (true)
        {
            var changes = new List<FamilyChange>();
            var changed = new List<(string Family, List<int> Sightings)>();
            for (var i = 0; i < pending.Count; i++)
            {
                if (Decide(pending[i], records[i], sightings, mint, assigned) is not { } change)
                    continue;
                changes.Add(change);
                changed.Add(pending[i]);
            }

            if (changes.Count == 0)
                return assigned;
            var written = await store.WriteFamiliesAsync(changes, cancellationToken).ConfigureAwait(false);
            var lost = Enumerable.Range(0, changes.Count).Where(i => written[i] != changes[i].Record).ToArray();
            if (lost.Length == 0)
                return assigned;
            pending = [.. lost.Select(i => changed[i])];
            records = [.. lost.Select(i => written[i])];
        }
    }

    private static List<(string Family, List<int> Sightings)> GroupByFamily(IReadOnlyList<NameSighting?> sightings)
    {
        var groups = new List<(string Family, List<int> Sightings)>();
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < sightings.Count; i++)
        {
            if (sightings[i] is not { } sighting)
                continue;
            var family = MintedId.FamilyOf(MintedId.Of(sighting.Type, sighting.Name));
            if (!places.TryGetValue(family, out var place))
            {
                places.Add(family, place = groups.Count);
                groups.Add((family, []));
            }

            groups[place].Sightings.Add(i);
        }

        return groups;
    }

    private FamilyChange? Decide(
        (string Family, List<int> Sightings) group, string? record, IReadOnlyList<NameSighting?> sightings, bool mint, AssignedEntity?[] assigned)
    {
        var family = _families.Of(group.Family, record);
        var minted = new List<string>();
        foreach (var i in group.Sightings)
        {
            var member = family.Recognise(sightings[i]!);
            var isNew = member is null;
            if (member is null && mint)
            {
                (family, member) = family.Mint(sightings[i]!);
                minted.Add(member.Id);
            }

            assigned[i] = member is null ? null : new AssignedEntity(member, isNew || minted.Contains(member.Id));
        }

        return minted.Count > 0 ? new FamilyChange(group.Family, record, family.ToText(), minted) : null;
    }
}
