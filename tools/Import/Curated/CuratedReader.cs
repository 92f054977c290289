using System.Globalization;
using EntityRes.Resolution;
using EntityRes.Text;

namespace EntityRes.Import.Curated;

/// <summary>Text files → curated catalogue. Single-use: one instance reads one catalogue.</summary>
public sealed class CuratedReader
{
    private const int LargestPrior = 1000;

    private static readonly string[] EntityColumns = ["id", "name", "aliases", "kind", "of", "prior", "note"];

    private static readonly Dictionary<string, string[]> ColumnsByFamily = new(StringComparer.Ordinal)
    {
        ["catalogue"] = ["name", "date"],
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
        ["vacancies"] = ["office", "start", "end", "reason"],
        ["metonyms"] = ["name", "stands-for"],
    };

    private static readonly string[] EntityFamilies = ["places", "organisations", "people", "events", "products"];

    private readonly Dictionary<string, List<TsvRow>> _rows = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Place> _identities = new(StringComparer.Ordinal);
    private readonly HashSet<string> _ambiguous = new(StringComparer.Ordinal);
    private readonly CuratedCatalogue _catalogue = new();

    private CuratedReader()
    {
    }

    /// <summary>Reads the files of a folder.</summary>
    public static CuratedCatalogue ReadFolder(string folder) => Read(
        Directory.GetFiles(folder, "*.tsv").Select(path => (Path.GetFileName(path), File.ReadAllText(path))));

    /// <summary>Reads a catalogue; what is wrong with it stands in <see cref="CuratedCatalogue.Problems"/>.</summary>
    /// <param name="files">Its files by name; their order does not matter.</param>
    public static CuratedCatalogue Read(IEnumerable<(string Name, string Content)> files)
    {
        var reader = new CuratedReader();
        foreach (var (file, content) in files.OrderBy(file => file.Name, StringComparer.Ordinal))
            reader.ReadFile(file, content);
        reader.Build();
        return reader._catalogue;
    }

    private void ReadFile(string file, string content)
    {
        var family = Path.GetFileNameWithoutExtension(file).Split('-')[0];
        if (!ColumnsByFamily.TryGetValue(family, out var columns))
        {
            _catalogue.Problems.Add($"{file}: no such file belongs to a catalogue");
            return;
        }

        _catalogue.Checksum = StableHash.Combine(_catalogue.Checksum, StableHash.Of(content));
        var lines = new StringReader(content);
        var header = lines.ReadLine() ?? "";
        if (header != string.Join('\t', columns))
        {
            _catalogue.Problems.Add($"{file}:1: expected the columns '{string.Join(' ', columns)}', found '{header}'");
            return;
        }

        if (!_rows.TryGetValue(family, out var rows))
            _rows.Add(family, rows = []);
        for (var line = 2; lines.ReadLine() is { } text; line++)
        {
            var row = new TsvRow(new Place(file, line), text.Split('\t'));
            if (row.Cells.Length == columns.Length)
                rows.Add(row);
            else
                Wrong(row, $"expected {columns.Length} columns, found {row.Cells.Length}");
        }
    }

    private void Build()
    {
        foreach (var row in Rows("catalogue"))
            (_catalogue.Name, _catalogue.Date) = (row[0], Date(row, 1) ?? _catalogue.Date);
        foreach (var row in Rows("kinds"))
            AddKind(row);
        foreach (var row in EntityFamilies.SelectMany(Rows))
            AddEntity(row);
        foreach (var (row, of) in Rows(EntityFamilies).SelectMany(row => row.List(4).Select(of => (row, of))))
            Refer(row, of);
        foreach (var row in Rows("roles"))
            _catalogue.Roles[row[0]] = [.. row.List(1).Select(noun => AliasKey.Of(noun))];
        AddLinks();
        AddOffices();
    }

    private void AddKind(TsvRow row)
    {
        if (!Enum.TryParse<EntityType>(row[1], ignoreCase: true, out var type))
            Wrong(row, $"type '{row[1]}' is unknown");
        _catalogue.Kinds[row[0]] = (type, Prior(row, 2));
    }

    private void AddEntity(TsvRow row)
    {
        if (!_catalogue.Kinds.TryGetValue(row[3], out var kind))
        {
            Wrong(row, $"kind '{row[3]}' is not in kinds.tsv");
            kind = (EntityType.Other, 1);
        }

        var id = row[0] == "-" ? "" : row[0];
        if (id.Length > 0 && (id[0] != 'Q' || !long.TryParse(id.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out _)))
            Wrong(row, $"id '{id}' is not of the form Q7747");
        if (AliasKey.Of(row[1]).Length == 0)
            Wrong(row, $"name '{row[1]}' has no letter or digit");
        var entity = new CuratedEntity(
            row.Place, id.Length > 0 ? id : "~" + row[1], id, row[1], row.List(2), row[3], kind.Type, row.List(4),
            row[5].Length == 0 ? kind.Prior : Prior(row, 5), row[6]);
        // Without a QID, type and alias key make the id: "Harrods" may be a shop and a company, but not two shops.
        var identity = id.Length > 0 ? id : $"{kind.Type} {AliasKey.Of(row[1])}";
        if (!_identities.TryAdd(identity, row.Place))
            Wrong(row, $"'{entity.Reference}' stands in the catalogue twice: also {_identities[identity]}");
        else if (_catalogue.ByReference.TryAdd(entity.Reference, entity))
            _catalogue.Entities.Add(entity);
        else
            AddAmbiguous(entity);
    }

    private void AddAmbiguous(CuratedEntity entity)
    {
        _ambiguous.Add(entity.Reference);
        _catalogue.Entities.Add(entity);
    }

    private void AddLinks()
    {
        foreach (var row in Rows("capitals").Where(row => Refer(row, row[0]) & Refer(row, row[1])))
            _catalogue.Capitals.Add(new CuratedLink(row.Place, row[0], row[1]));
        foreach (var row in Rows("demonyms").Where(row => Refer(row, row[0])))
        {
            foreach (var demonym in row.List(1).Concat(row.List(2)))
                _catalogue.Demonyms.Add(new CuratedLink(row.Place, demonym, row[0]));
        }

        foreach (var row in Rows("metonyms"))
        {
            foreach (var target in row.List(1).Where(target => Refer(row, target)))
                _catalogue.Metonyms.Add(new CuratedLink(row.Place, row[0], target));
        }

        foreach (var row in Rows("codes").Where(row => Refer(row, row[0])))
            _catalogue.Codes.Add((row[0], row[1], row[2]));
    }

    private void AddOffices()
    {
        var slugs = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in Rows("offices"))
        {
            if (!slugs.Add(row[0]))
                Wrong(row, $"office '{row[0]}' stands in the catalogue twice");
            if (!_catalogue.Roles.ContainsKey(row[2]))
                Wrong(row, $"role '{row[2]}' is not in roles.tsv");
            else if (Refer(row, row[1]))
                _catalogue.Offices.Add(new CuratedOffice(row.Place, row[0], row[1], row[2], row[3], row.List(4), row[5] == "1"));
        }

        foreach (var row in Rows("tenures", "leaders", "vacancies").Where(row => !slugs.Contains(row[0])))
            Wrong(row, $"office '{row[0]}' is in no offices file");
        foreach (var row in Rows("tenures").Where(row => slugs.Contains(row[0]) & Refer(row, row[1])))
        {
            if (Date(row, 2) is { } start)
                _catalogue.Tenures.Add(new CuratedTenure(row.Place, row[0], row[1], start, Date(row, 3), row[4] == "1"));
            else
                Wrong(row, $"start '{row[2]}' is not a date");
        }

        _catalogue.Leaders.AddRange(Rows("leaders").Select(Period));
        _catalogue.Vacancies.AddRange(Rows("vacancies").Select(Period));
    }

    private CuratedPeriod Period(TsvRow row) => new(row.Place, row[0], Date(row, 1), Date(row, 2));

    private PartialDate? Date(TsvRow row, int column)
    {
        if (row[column].Length == 0)
            return null;
        if (PartialDate.TryParse(row[column], out var date))
            return date;
        Wrong(row, $"'{row[column]}' is not a date");
        return null;
    }

    private int Prior(TsvRow row, int column)
    {
        if (int.TryParse(row[column], NumberStyles.None, CultureInfo.InvariantCulture, out var prior) && prior is >= 1 and <= LargestPrior)
            return prior;
        Wrong(row, $"prior '{row[column]}' is not a whole number from 1 to {LargestPrior}");
        return 1;
    }

    private bool Refer(TsvRow row, string reference)
    {
        if (_catalogue.ByReference.ContainsKey(reference) && !_ambiguous.Contains(reference))
            return true;
        Wrong(row, _ambiguous.Contains(reference) ? $"'{reference}' may be two entities" : $"'{reference}' is in no file of entities");
        return false;
    }

    private void Wrong(TsvRow row, string reason) => _catalogue.Problems.Add($"{row.Place}: {reason}");

    private IEnumerable<TsvRow> Rows(params string[] families) => families.SelectMany(Rows);

    private List<TsvRow> Rows(string family) => _rows.TryGetValue(family, out var rows) ? rows : [];
}
