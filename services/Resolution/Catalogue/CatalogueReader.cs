using System.Globalization;
using EntityRes.Resolution.Candidates;
using EntityRes.Resolution.CanonicalIds;
using EntityRes.Resolution.Roles;
using EntityRes.Text;

namespace EntityRes.Resolution.Catalogue;

/// <summary>Builds a catalogue from its text files; their format is documented in <c>seeds/catalogue/README.md</c>.</summary>
/// <remarks>Single-use: one instance reads one catalogue.</remarks>
internal sealed class CatalogueReader
{
    private const float LargestPrior = 1000;
    private const int Ambiguous = -1;

    private static readonly Dictionary<string, string[]> ColumnsByFamily = new(StringComparer.Ordinal)
    {
        ["kinds"] = ["kind", "type", "prior"],
        ["roles"] = ["role", "nouns"],
        ["places"] = EntityColumns,
        ["organisations"] = EntityColumns,
        ["people"] = EntityColumns,
        ["events"] = EntityColumns,
        ["products"] = EntityColumns,
        ["demonyms"] = ["place", "adjectives", "nouns"],
        ["capitals"] = ["country", "city"],
        ["codes"] = ["country", "iso2", "iso3"],
        ["offices"] = ["office", "of", "role", "title", "aliases", "exclusive"],
        ["tenures"] = ["office", "holder", "start", "end", "acting", "source"],
        ["leaders"] = ["office", "start", "end"],
        ["metonyms"] = ["name", "stands-for"],
    };

    private static readonly string[] EntityFamilies = ["places", "organisations", "people", "events", "products"];

    private readonly Dictionary<string, List<TsvRow>> _rows = new(StringComparer.Ordinal);
    private readonly List<CatalogueEntity> _entities = [];
    private readonly Dictionary<string, int> _byReference = new(StringComparer.Ordinal);
    private readonly AliasIndex.Builder _names = new();
    private readonly AliasIndex.Builder _transliterations = new();
    private readonly AliasIndex.Builder _demonyms = new();
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);
    private ulong _checksum;

    private static string[] EntityColumns => ["id", "name", "aliases", "kind", "of", "prior", "note"];

    /// <summary>Reads a catalogue.</summary>
    /// <param name="name">Name of the catalogue, part of its version.</param>
    /// <param name="files">Its files by name; their order does not matter.</param>
    /// <exception cref="InvalidDataException">A file is malformed; names file, line and what is wrong.</exception>
    internal static EntityCatalogue Read(string name, IEnumerable<(string Name, string Content)> files)
    {
        var reader = new CatalogueReader();
        foreach (var (file, content) in files.OrderBy(file => file.Name, StringComparer.Ordinal))
            reader.ReadFile(file, content);
        return reader.Build(name);
    }

    private void ReadFile(string file, string content)
    {
        var family = Path.GetFileNameWithoutExtension(file).Split('-')[0];
        if (!ColumnsByFamily.TryGetValue(family, out var columns))
            throw new InvalidDataException($"{file}: no such file belongs to a catalogue");
        _checksum = StableHash.Combine(_checksum, StableHash.Of(content));
        if (!_rows.TryGetValue(family, out var rows))
            _rows.Add(family, rows = []);
        rows.AddRange(TsvTable.Read(file, new StringReader(content), columns).Rows);
    }

    private EntityCatalogue Build(string name)
    {
        var entityRows = EntityFamilies.SelectMany(Rows).ToList();
        var kinds = Rows("kinds").ToDictionary(row => row[0], row => (Type: ParseType(row), Prior: ParsePrior(row, 2)), StringComparer.Ordinal);
        for (var i = 0; i < entityRows.Count; i++)
            AddReference(entityRows[i], i);
        foreach (var row in entityRows)
            AddEntity(row, kinds);
        ReadDemonyms();
        var capitals = Rows("capitals").GroupBy(row => Reference(row, row[0]))
            .ToDictionary(group => group.Key, group => Reference(group.First(), group.First()[1]));
        return new EntityCatalogue(
            $"{name}-{_checksum:x16}", _entities, _names.Build(), _transliterations.Build(), _demonyms.Build(), capitals, ReadOffices());
    }

    // A building and the institution in it may bear one name; then neither can be referred to by it.
    private void AddReference(TsvRow row, int index)
    {
        var reference = row[0] == "-" ? "~" + row[1] : row[0];
        if (_byReference.TryAdd(reference, index))
            return;
        if (row[0] != "-")
            throw row.Wrong($"'{reference}' stands in the catalogue twice");
        _byReference[reference] = Ambiguous;
    }

    private void AddEntity(TsvRow row, Dictionary<string, (EntityType Type, float Prior01)> kinds)
    {
        if (!kinds.TryGetValue(row[3], out var kind))
            throw row.Wrong($"kind '{row[3]}' is not in kinds.tsv");
        var index = _entities.Count;
        var aliases = row.List(2);
        var id = row[0] == "-" ? MintedId.Of(kind.Type, row[1]) : row[0];
        if (!_ids.Add(id))
            throw row.Wrong($"'{row[1]}' stands in the catalogue twice");
        _entities.Add(new CatalogueEntity(
            id, kind.Type, row[3], row[1], aliases, [.. row.List(4).Select(of => Reference(row, of))],
            row[5].Length == 0 ? kind.Prior01 : ParsePrior(row, 5), row[6]));
        foreach (var alias in aliases.Prepend(row[1]))
        {
            var key = AliasKey.Of(alias);
            _names.Add(key, index);
            _transliterations.Add(TransliterationKey.Of(key), index);
        }
    }

    private void ReadDemonyms()
    {
        foreach (var row in Rows("demonyms"))
        {
            foreach (var demonym in row.List(1).Concat(row.List(2)))
                _demonyms.Add(AliasKey.Of(demonym), Reference(row, row[0]));
        }
    }

    private OfficeIndex ReadOffices()
    {
        var tenures = Rows("tenures").ToLookup(row => row[0], ParseTenure, StringComparer.Ordinal);
        var leading = Rows("leaders").ToLookup(
            row => row[0], row => new LeadingPeriod(OptionalDate(row, 1), OptionalDate(row, 2)), StringComparer.Ordinal);
        var nounsByRole = Rows("roles").ToDictionary(
            row => row[0], row => row.List(1).Select(noun => AliasKey.Of(noun)).ToArray(), StringComparer.Ordinal);
        var offices = Rows("offices").Select(row => new Office(
            row[0], Reference(row, row[1]),
            nounsByRole.ContainsKey(row[2]) ? row[2] : throw row.Wrong($"role '{row[2]}' is not in roles.tsv"),
            row[3], [.. row.List(4)], row[5] == "1", [.. leading[row[0]]],
            [.. tenures[row[0]].OrderBy(tenure => tenure.Start)])).ToList();
        var slugs = offices.Select(office => office.Slug).ToHashSet(StringComparer.Ordinal);
        foreach (var row in Rows("tenures").Concat(Rows("leaders")).Where(row => !slugs.Contains(row[0])))
            throw row.Wrong($"office '{row[0]}' is in no offices file");
        return new OfficeIndex([.. offices.OrderBy(office => office.Slug, StringComparer.Ordinal)], nounsByRole);
    }

    private Tenure ParseTenure(TsvRow row)
    {
        if (!PartialDate.TryParse(row[2], out var start))
            throw row.Wrong($"start '{row[2]}' is not a date");
        return new Tenure(Reference(row, row[1]), start, OptionalDate(row, 3), row[4] == "1");
    }

    private static PartialDate? OptionalDate(TsvRow row, int column) =>
        row[column].Length == 0 ? null
        : PartialDate.TryParse(row[column], out var date) ? date
        : throw row.Wrong($"'{row[column]}' is not a date");

    private List<TsvRow> Rows(string family) => _rows.TryGetValue(family, out var rows) ? rows : [];

    private int Reference(TsvRow row, string reference) =>
        !_byReference.TryGetValue(reference, out var index) ? throw row.Wrong($"'{reference}' is in no file of entities")
        : index == Ambiguous ? throw row.Wrong($"'{reference}' is the name of several entities")
        : index;

    private static EntityType ParseType(TsvRow row) =>
        Enum.TryParse<EntityType>(row[1], ignoreCase: true, out var type) ? type : throw row.Wrong($"type '{row[1]}' is unknown");

    private static float ParsePrior(TsvRow row, int column) =>
        int.TryParse(row[column], NumberStyles.None, CultureInfo.InvariantCulture, out var prior) && prior is >= 1 and <= (int)LargestPrior
            ? MathF.Log(1 + prior) / MathF.Log(1 + LargestPrior)
            : throw row.Wrong($"prior '{row[column]}' is not a whole number from 1 to {LargestPrior}");
}
