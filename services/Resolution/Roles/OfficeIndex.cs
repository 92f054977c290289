namespace EntityRes.Resolution.Roles;

/// <summary>Offices by the country or organisation they belong to, tenures by holder, and the nouns that name roles.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class OfficeIndex
{
    private readonly Dictionary<int, Office[]> _byPolity;
    private readonly Dictionary<int, (Office Office, Tenure Tenure)[]> _byHolder;
    private readonly Dictionary<string, RoleNoun[]> _rolesByNoun;

    internal OfficeIndex(IReadOnlyList<Office> offices, IReadOnlyDictionary<string, string[]> nounsByRole)
    {
        All = offices;
        _byPolity = offices.GroupBy(office => office.Of).ToDictionary(group => group.Key, group => group.ToArray());
        _byHolder = offices
            .SelectMany(office => office.Tenures.Select(tenure => (office, tenure)))
            .GroupBy(pair => pair.tenure.Holder)
            .ToDictionary(group => group.Key, group => group.ToArray());
        _rolesByNoun = nounsByRole
            .SelectMany(row => row.Value.Select((noun, rank) => (noun, role: new RoleNoun(row.Key, rank))))
            .GroupBy(pair => pair.noun, StringComparer.Ordinal)
            .ToDictionary(
                group => group.Key,
                group => group.Select(pair => pair.role).OrderBy(role => role.Rank)
                    .ThenBy(role => role.Role, StringComparer.Ordinal).ToArray(),
                StringComparer.Ordinal);
        LongestNounWords = _rolesByNoun.Keys.Select(noun => noun.Count(c => c == ' ') + 1).DefaultIfEmpty(0).Max();
    }

    /// <summary>All offices, by slug.</summary>
    public IReadOnlyList<Office> All { get; }

    /// <summary>Words of the longest role noun.</summary>
    public int LongestNounWords { get; }

    /// <summary>The offices of a country or organisation, by slug.</summary>
    public IReadOnlyList<Office> Of(int polity) => _byPolity.TryGetValue(polity, out var offices) ? offices : [];

    /// <summary>What a person held, by office slug and start.</summary>
    public IReadOnlyList<(Office Office, Tenure Tenure)> HeldBy(int person) =>
        _byHolder.TryGetValue(person, out var held) ? held : [];

    /// <summary>The roles that a noun may name.</summary>
    /// <param name="noun">Alias key of a noun: "prime minister".</param>
    /// <returns>The role named most directly first: "president" is the first noun of president, the last of party-leader.</returns>
    public IReadOnlyList<RoleNoun> RolesOf(string noun) => _rolesByNoun.TryGetValue(noun, out var roles) ? roles : [];
}
