using EntityRes.Import.Compilation;
using EntityRes.Import.Sources;
using EntityRes.Resolution.Roles;
using EntityRes.Text;

namespace EntityRes.Import.Importing;

/// <summary>Offices and tenures of all sources → those of the catalogue.</summary>
/// <param name="roles">Role → its nouns as alias keys.</param>
internal sealed class OfficeCollector(IReadOnlyDictionary<string, string[]> roles)
{
    private static readonly char[] TitleEnds = [',', '(', '/'];

    private static readonly (string Suffix, string Role, string Title)[] Fallbacks =
    [
        ("/head-of-state", "president", "Head of State"), ("/head-of-government", "prime-minister", "Head of Government"),
    ];

    private readonly Dictionary<string, (ImportedRecord Record, int Rank)> _offices = new(StringComparer.Ordinal);
    private readonly List<(ImportedTenure Tenure, int Rank)> _tenures = [];

    /// <summary>When a curated office leads its polity.</summary>
    internal Dictionary<string, IReadOnlyList<LeadingPeriod>> Leading { get; } = new(StringComparer.Ordinal);

    /// <summary>The offices, once <see cref="Build"/> has run.</summary>
    internal List<SourceOffice> Offices { get; } = [];

    /// <summary>The tenures, once <see cref="Build"/> has run.</summary>
    internal List<SourceTenure> Tenures { get; } = [];

    /// <summary>Adds a record of an office.</summary>
    internal void AddOffice(ImportedRecord record, int rank)
    {
        var slug = record.OfficeSlug.Length > 0 ? record.OfficeSlug : record.Id;
        if (!_offices.TryGetValue(slug, out var known) || rank < known.Rank)
            _offices[slug] = (record, rank);
    }

    /// <summary>Adds what a record says about tenures.</summary>
    internal void AddTenures(ImportedRecord record, int rank) =>
        _tenures.AddRange(record.Tenures.Where(tenure => tenure.Start is not null).Select(tenure => (tenure, rank)));

    /// <summary>Makes the offices that somebody held, and their tenures; a stronger source's office hides weaker ones of its role.</summary>
    internal void Build()
    {
        var made = new Dictionary<string, (SourceOffice? Office, int Rank)>(StringComparer.Ordinal);
        foreach (var (slug, (record, rank)) in _offices.Where(office => office.Value.Record.Role.Length > 0))
            made.Add(slug, (Make(slug, record.Of.FirstOrDefault(""), record), rank));
        var held = new Dictionary<(string Office, string Holder, PartialDate Start), SourceTenure>();
        foreach (var (tenure, _) in _tenures.OrderBy(entry => entry.Rank))
        {
            var slug = SlugOf(tenure);
            if (!made.TryGetValue(slug, out var office))
                made.Add(slug, office = (MakeFor(slug, tenure), _offices.TryGetValue(tenure.Office, out var known) ? known.Rank : int.MaxValue));
            if (office.Office is not null)
                held.TryAdd((slug, tenure.Holder, tenure.Start!.Value), new SourceTenure(slug, tenure.Holder, tenure.Start!.Value, tenure.End, tenure.IsActing));
        }

        var strongest = made.Values.Where(office => office.Office is not null).GroupBy(office => (office.Office!.Of, office.Office.Role))
            .ToDictionary(group => group.Key, group => group.Min(office => office.Rank));
        Offices.AddRange(made.Values.Where(office => office.Office is { } some && office.Rank == strongest[(some.Of, some.Role)]).Select(office => office.Office!));
        var kept = Offices.Select(office => office.Slug).ToHashSet(StringComparer.Ordinal);
        Tenures.AddRange(held.Values.Where(tenure => kept.Contains(tenure.Office)));
    }

    private string SlugOf(ImportedTenure tenure) =>
        tenure.Of.Length > 0 && _offices.TryGetValue(tenure.Office, out var office) && !office.Record.Of.Contains(tenure.Of)
            ? $"{tenure.Office}/{tenure.Of}" : tenure.Office;

    private SourceOffice? MakeFor(string slug, ImportedTenure tenure)
    {
        if (_offices.TryGetValue(tenure.Office, out var known))
            return Make(slug, tenure.Of.Length > 0 ? tenure.Of : known.Record.Of.FirstOrDefault(""), known.Record);
        foreach (var (suffix, role, title) in Fallbacks)
        {
            if (slug.EndsWith(suffix, StringComparison.Ordinal))
                return new SourceOffice(slug, slug[..^suffix.Length], role, title, [], IsExclusive: true, []);
        }

        return null;
    }

    private SourceOffice? Make(string slug, string of, ImportedRecord record)
    {
        var role = record.Role.Length > 0 ? record.Role : RoleOf(record.Aliases.Prepend(record.Name));
        return of.Length == 0 || role.Length == 0 ? null : new SourceOffice(
            slug, of, role, record.Name, record.Aliases, IsExclusive: true, Leading.GetValueOrDefault(slug, []));
    }

    // "President of Russia" is the role whose first noun is "president".
    private string RoleOf(IEnumerable<string> titles)
    {
        foreach (var title in titles)
        {
            var key = AliasKey.Of(title.Split(" of ")[0].Split(TitleEnds)[0]);
            var best = roles.Select(role => (role.Key, Rank: Array.IndexOf(role.Value, key))).Where(role => role.Rank >= 0)
                .OrderBy(role => role.Rank).ThenBy(role => role.Key, StringComparer.Ordinal).FirstOrDefault();
            if (best.Key is not null)
                return best.Key;
        }

        return "";
    }
}
