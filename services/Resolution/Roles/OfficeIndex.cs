using EntityRes.Resolution.Catalogue;
using EntityRes.Text;

namespace EntityRes.Resolution.Roles;

/// <summary>Offices by the country or organisation they belong to, tenures by holder, and the nouns that name roles.</summary>
/// <remarks>A view of a compiled file; an office is read when it is first asked for, and kept. Thread-safe.</remarks>
public sealed class OfficeIndex
{
    private readonly MappedSection _offices;   // OfficeRecord[offices], by slug
    private readonly MappedSection _blocks;
    private readonly MappedSection _byPolity;  // IndexPair[offices]: polity, office
    private readonly MappedSection _tenures;   // TenureRecord[tenures], by office and start
    private readonly MappedSection _byHolder;  // IndexPair[tenures]: holder, tenure
    private readonly string[] _roles;
    private readonly Office?[] _read;
    private readonly Dictionary<string, RoleNoun[]> _rolesByNoun;
    private readonly Lazy<OfficeTitles> _titles;
    private readonly AddedOffices? _added;

    internal OfficeIndex(CatalogueFile file)
    {
        _offices = file[Section.Offices];
        _blocks = file[Section.OfficeBlocks];
        _byPolity = file[Section.OfficesByPolity];
        _tenures = file[Section.Tenures];
        _byHolder = file[Section.TenuresByHolder];
        _read = new Office?[_offices.CountOf<OfficeRecord>()];
        All = new OfficeList(this, _read.Length);
        _titles = new Lazy<OfficeTitles>(() => new OfficeTitles(this));

        var position = 0L;
        var roles = file[Section.Roles];
        _roles = roles.Texts(ref position);
        var nouns = new Dictionary<string, List<RoleNoun>>(StringComparer.Ordinal);
        foreach (var role in _roles)
            AddNouns(role, roles.Texts(ref position), nouns);
        _rolesByNoun = nouns.ToDictionary(
            pair => pair.Key,
            pair => pair.Value.OrderBy(role => role.Rank).ThenBy(role => role.Role, StringComparer.Ordinal).ToArray(), StringComparer.Ordinal);
        LongestNounWords = nouns.Keys.Select(noun => noun.Count(c => c == ' ') + 1).DefaultIfEmpty(0).Max();
    }

    private OfficeIndex(OfficeIndex compiled, AddedOffices added)
    {
        (_offices, _blocks, _byPolity, _tenures, _byHolder) =
            (compiled._offices, compiled._blocks, compiled._byPolity, compiled._tenures, compiled._byHolder);
        (_roles, _read, _rolesByNoun, LongestNounWords) = (compiled._roles, compiled._read, compiled._rolesByNoun, compiled.LongestNounWords);
        _added = added;
        All = new OfficeList(this, Math.Max(_read.Length, added.Offices.IsEmpty ? 0 : added.Offices.Keys.Last() + 1));
        _titles = All.Count == _read.Length ? compiled._titles : new Lazy<OfficeTitles>(() => new OfficeTitles(this));
    }

    /// <summary>All offices: the compiled ones by slug, then the added ones.</summary>
    public IReadOnlyList<Office> All { get; }

    /// <summary>Words of the longest role noun.</summary>
    public int LongestNounWords { get; }

    /// <summary>The offices of a country or organisation, by slug. Allocates the list.</summary>
    public IReadOnlyList<Office> Of(int polity)
    {
        var offices = new Office[PairIndex.FindFirst(_byPolity, polity, out var first)];
        for (var i = 0; i < offices.Length; i++)
            offices[i] = OfficeAt((int)_byPolity.Record<IndexPair>(first + i).To);
        return All.Count == _read.Length ? offices
            : [.. offices, .. _added!.Offices.Where(pair => pair.Key >= _read.Length && pair.Value.Of == polity).Select(pair => pair.Value)];
    }

    /// <summary>What a person held, by office slug and start.</summary>
    public HeldTenures HeldBy(int person)
    {
        if (_added is not null && _added.Held.TryGetValue(person, out var held))
            return new HeldTenures(held);
        var count = PairIndex.FindFirst(_byHolder, person, out var first);
        return new HeldTenures(this, first, count);
    }

    /// <summary>The roles that a noun may name.</summary>
    /// <param name="noun">Alias key of a noun: "prime minister".</param>
    /// <returns>The role named most directly first: "president" is the first noun of president, the last of party-leader.</returns>
    public IReadOnlyList<RoleNoun> RolesOf(string noun) => _rolesByNoun.TryGetValue(noun, out var roles) ? roles : [];

    /// <summary>The offices by title.</summary>
    internal OfficeTitles Titles => _titles.Value;

    /// <summary>The role of an office and the alias keys of its titles.</summary>
    internal (string Role, IEnumerable<string> Titles) TitlesAt(int office)
    {
        if (office >= _read.Length)
            return (OfficeAt(office).Role, [AliasKey.Of(OfficeAt(office).Title)]);
        var record = _offices.Record<OfficeRecord>(office);
        var position = (long)record.Block;
        _blocks.Utf8(ref position);
        var title = _blocks.Text(ref position);
        return (_roles[record.Role], _blocks.Texts(ref position).Prepend(title).Select(written => AliasKey.Of(written)));
    }

    /// <summary>An entry of the list of tenures by holder.</summary>
    internal (Office Office, Tenure Tenure) HeldAt(long index)
    {
        var record = _tenures.Record<TenureRecord>(_byHolder.Record<IndexPair>(index).To);
        return (OfficeAt((int)record.Office), ToTenure(record));
    }

    /// <summary>The office with an index.</summary>
    internal Office OfficeAt(int office) =>
        _added is not null && _added.Offices.TryGetValue(office, out var added) ? added : _read[office] ??= Read(office);

    /// <summary>The slug of the office with an index.</summary>
    internal string SlugAt(int office)
    {
        if (office >= _read.Length)
            return OfficeAt(office).Slug;
        var position = (long)_offices.Record<OfficeRecord>(office).Block;
        return _blocks.Text(ref position);
    }

    /// <summary>The index of the office with a slug, one past the last when there is none.</summary>
    internal int IndexOf(string slug)
    {
        var office = 0;
        while (office < All.Count && SlugAt(office) != slug)
            office++;
        return office;
    }

    /// <summary>The same index with added offices and tenures.</summary>
    internal OfficeIndex With(AddedOffices added) => new(this, added);

    private Office Read(int office)
    {
        var record = _offices.Record<OfficeRecord>(office);
        var position = (long)record.Block;
        var slug = _blocks.Text(ref position);
        var title = _blocks.Text(ref position);
        var aliases = _blocks.Texts(ref position);
        var leading = new LeadingPeriod[Bounded(_blocks.Number(ref position), _blocks.Length)];
        for (var i = 0; i < leading.Length; i++)
        {
            var start = CatalogueFormat.Unpack((uint)_blocks.Number(ref position));
            leading[i] = new LeadingPeriod(start, CatalogueFormat.Unpack((uint)_blocks.Number(ref position)));
        }

        var tenures = new Tenure[Bounded(record.TenureCount, _tenures.CountOf<TenureRecord>())];
        for (var i = 0; i < tenures.Length; i++)
            tenures[i] = ToTenure(_tenures.Record<TenureRecord>(record.FirstTenure + i));
        return new Office(slug, (int)record.Of, _roles[record.Role], title, aliases, record.IsExclusive != 0, leading, tenures);
    }

    private static int Bounded(ulong count, long most) =>
        count <= (ulong)most ? (int)count : throw new InvalidDataException($"the catalogue is damaged: a list of {count} where at most {most} are possible");

    private static Tenure ToTenure(TenureRecord record) => new(
        (int)record.Holder, CatalogueFormat.Unpack(record.Start & ~TenureRecord.ActingFlag)!.Value,
        CatalogueFormat.Unpack(record.End), (record.Start & TenureRecord.ActingFlag) != 0);

    private static void AddNouns(string role, string[] nouns, Dictionary<string, List<RoleNoun>> byNoun)
    {
        for (var rank = 0; rank < nouns.Length; rank++)
        {
            if (!byNoun.TryGetValue(nouns[rank], out var roles))
                byNoun.Add(nouns[rank], roles = []);
            if (!roles.Exists(known => known.Role == role))
                roles.Add(new RoleNoun(role, rank));
        }
    }
}
