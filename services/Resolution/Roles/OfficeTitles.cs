namespace EntityRes.Resolution.Roles;

/// <summary>Alias key of a title → offices, and the roles that one office of the world bears.</summary>
/// <remarks>Built once, when it is first asked for: one pass over the offices.</remarks>
internal sealed class OfficeTitles
{
    private const int Several = -1;

    private readonly OfficeIndex _index;
    private readonly Dictionary<string, List<int>> _byTitle = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _onlyBearers = new(StringComparer.Ordinal); // office, or Several

    internal OfficeTitles(OfficeIndex index)
    {
        _index = index;
        for (var office = 0; office < index.All.Count; office++)
        {
            var (role, titles) = index.TitlesAt(office);
            _onlyBearers[role] = _onlyBearers.ContainsKey(role) ? Several : office;
            foreach (var title in titles)
                Add(title, office);
        }
    }

    /// <summary>The one office that bears any of some roles; null when there are several or none.</summary>
    internal Office? OnlyBearerOf(IReadOnlyList<RoleNoun> roles)
    {
        Office? only = null;
        foreach (var (role, _) in roles)
        {
            if (!_onlyBearers.TryGetValue(role, out var office))
                continue;
            if (only is not null || office == Several)
                return null;
            only = _index.OfficeAt(office);
        }

        return only;
    }

    /// <summary>Adds the offices with a title, by slug.</summary>
    internal void AddTitled(string title, List<NamedOffice> found)
    {
        if (!_byTitle.TryGetValue(title, out var offices))
            return;
        foreach (var office in offices)
            found.Add(new NamedOffice(_index.OfficeAt(office), 0, 1));
    }

    private void Add(string title, int office)
    {
        if (!_byTitle.TryGetValue(title, out var offices))
            _byTitle.Add(title, offices = []);
        if (!offices.Contains(office))
            offices.Add(office);
    }
}
