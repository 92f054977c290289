using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using EntityRes.Text;

namespace EntityRes.Import.Verification;

/// <summary>The reference data sets of one folder → facts. Each reader takes only what the catalogue can be compared with.</summary>
public static partial class References
{
    /// <summary>Title of a fact whose person's name begins with the title.</summary>
    internal const string TitleInName = "?";

    /// <summary>Reference of ids that are near a territory without being it.</summary>
    internal const string OtherTerritories = "territories-other";

    // The last month in which a reference is known to be current.
    private static readonly PartialDate Reign = new(2021, 7);
    private static readonly PartialDate WorldLeaders = new(2022, 10);
    private static readonly PartialDate Cabinets = new(2023, 1);
    private static readonly PartialDate Factbook = new(2026, 1);

    /// <summary>Ids with their names.</summary>
    /// <param name="folder">The folder of references.</param>
    public static IEnumerable<NamedFact> ReadNames(string folder)
    {
        foreach (var territory in File.ReadLines(Path.Combine(folder, "territories.jsonl")).Select(line => JsonDocument.Parse(line).RootElement))
        {
            string[] names = [Text(territory, "name"), Text(territory, "full_name"), .. Strings(territory, "names_strong"), .. Strings(territory, "names_weak")];
            yield return new NamedFact("territories", Text(territory, "qid"), names, "", true);
            foreach (var qid in Strings(territory, "other_qids"))
                yield return new NamedFact(OtherTerritories, qid, names, "", false);
        }

        foreach (var row in DelimitedFile.Read(Path.Combine(folder, "natural_earth_places.tsv")))
            yield return new NamedFact("natural-earth", row["wikidataid"], [row["name"], row["nameascii"], .. row["namealt"].Split('|')], row["adm0name"], true);
        foreach (var row in DelimitedFile.Read(Path.Combine(folder, "worldleaders_2022.csv")))
        {
            yield return new NamedFact("worldleaders", row["officeholder"], [row["officeholderLabel"]], "", true);
            yield return new NamedFact("worldleaders", row["countryid"], [row["country"]], "", true);
        }

        foreach (var row in DelimitedFile.Read(Path.Combine(folder, "eps_bio.csv")))
            yield return new NamedFact("eps-people", row["id"], [row["name"], row["enwiki"]], "", false);
        foreach (var row in DelimitedFile.Read(Path.Combine(folder, "eps_foreign_ministers.csv")).Where(row => row["person"].Length > 0))
            yield return new NamedFact("eps-ministers", row["person"], [row["name"]], "", true);
        foreach (var row in DelimitedFile.Read(Path.Combine(folder, "eps_cabinets.csv")))
            yield return new NamedFact("eps-cabinets", row["cabinet"], [row["cabinetLabel"]], "", false);
        foreach (var row in DelimitedFile.Read(Path.Combine(folder, "ror_orgs.tsv")))
            yield return new NamedFact("ror", row["qid"], [row["name"], .. row["aliases"].Split(" ;; ").Select(alias => alias.Split('|')[0])], "", false);
        foreach (var row in DelimitedFile.Read(Path.Combine(folder, "nsi_brands_operators.tsv")))
            yield return new NamedFact("nsi", row["qid"], [row["name"], .. row["aliases"].Split(" ;; ")], "", false);
        foreach (var person in Terms(folder, "us_legislators_current.json").Concat(Terms(folder, "us_executive.json")))
        {
            if (person.Qid.Length > 0)
                yield return new NamedFact("us", person.Qid, [person.Name], "", false);
        }

        foreach (var (_, _, holder) in Positions(folder))
            yield return new NamedFact("oda", Text(holder, "wikidata_id"), [Text(holder, "name_en"), Text(holder, "name_local")], "", true);
    }

    /// <summary>Who held what when.</summary>
    /// <param name="folder">The folder of references.</param>
    public static IEnumerable<HolderFact> ReadHolders(string folder) =>
    [
        .. ReadReign(folder), .. ReadWorldLeaders(folder), .. ReadMinisters(folder), .. ReadFactbook(folder), .. ReadUnitedStates(folder),
        .. ReadPositions(folder),
    ];

    private static IEnumerable<HolderFact> ReadReign(string folder)
    {
        using var states = new StreamReader(typeof(References).Assembly.GetManifestResourceStream("verification/reign-states.tsv")!);
        var isoByState = states.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('\t'))
            .ToDictionary(cells => cells[0], cells => cells[1], StringComparer.Ordinal);
        foreach (var row in DelimitedFile.Read(Path.Combine(folder, "reign_leaders_2021.csv")))
        {
            if (!isoByState.TryGetValue(row["stateabb"], out var iso) || !TryMonth(row["syear"], row["smonth"], out var start)
                || !TryMonth(row["eyear"], row["emonth"], out var end))
                continue;
            yield return new HolderFact("reign", iso, "", row["leader"], start, end, Reign, IsStartKnown: false);
        }
    }

    private static IEnumerable<HolderFact> ReadWorldLeaders(string folder)
    {
        foreach (var row in DelimitedFile.Read(Path.Combine(folder, "worldleaders_2022.csv")))
        {
            yield return new HolderFact(
                "worldleaders", row["countryid"], row["positionLabel"].Split(" of ")[0], row["officeholderLabel"],
                Date(row["start_year"]), Date(row["end_year"]), WorldLeaders, IsStartKnown: true);
        }
    }

    private static IEnumerable<HolderFact> ReadMinisters(string folder)
    {
        foreach (var row in DelimitedFile.Read(Path.Combine(folder, "eps_foreign_ministers.csv")))
        {
            if (row["person"].Length > 0)
                yield return new HolderFact("eps-ministers", row["country"], "foreign minister", row["name"], Date(row["start"]), null, Cabinets, IsStartKnown: true);
        }
    }

    private static IEnumerable<HolderFact> ReadFactbook(string folder)
    {
        foreach (var row in DelimitedFile.Read(Path.Combine(folder, "factbook_countries.tsv")))
        {
            foreach (var cell in new[] { row["chief_of_state"], row["head_of_government"] })
            {
                var match = FactbookHolder().Match(WebUtility.HtmlDecode(cell));
                if (match.Success && DateTime.TryParseExact(match.Groups["date"].Value, "d MMMM yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
                    yield return new HolderFact("factbook", row["short"] == "none" ? row["long"] : row["short"], TitleInName, match.Groups["name"].Value, PartialDate.Of(DateOnly.FromDateTime(date)), null, Factbook, IsStartKnown: true);
            }
        }
    }

    private static IEnumerable<HolderFact> ReadUnitedStates(string folder)
    {
        foreach (var (_, name, terms) in Terms(folder, "us_executive.json"))
        {
            foreach (var (type, start, end) in terms)
                yield return new HolderFact("us", "US", type == "prez" ? "president" : "vice president", name, start, end, Factbook, IsStartKnown: true);
        }
    }

    private static IEnumerable<HolderFact> ReadPositions(string folder)
    {
        foreach (var (iso, position, holder) in Positions(folder))
        {
            yield return new HolderFact(
                "oda", iso, Text(position, "title_en"), Text(holder, "name_en"), Date(Text(holder, "since")), null,
                new PartialDate(2026, 8), IsStartKnown: true);
        }
    }

    private static IEnumerable<(string Iso, JsonElement Position, JsonElement Holder)> Positions(string folder)
    {
        foreach (var file in Directory.GetFiles(Path.Combine(folder, "oda", "countries"), "current.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var root = JsonDocument.Parse(File.ReadAllText(file)).RootElement;
            if (!root.TryGetProperty("country", out var country) || !root.TryGetProperty("positions", out var positions) || country.ValueKind != JsonValueKind.Object)
                continue;
            foreach (var position in positions.EnumerateObject().Where(position => position.Value.ValueKind == JsonValueKind.Object))
            {
                if (position.Value.TryGetProperty("current_holder", out var holder) && holder.ValueKind == JsonValueKind.Object)
                    yield return (Text(country, "iso_code"), position.Value, holder);
            }
        }
    }

    private static IEnumerable<(string Qid, string Name, List<(string Type, PartialDate? Start, PartialDate? End)> Terms)> Terms(string folder, string file)
    {
        foreach (var person in JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, file))).RootElement.EnumerateArray())
        {
            var name = person.GetProperty("name");
            yield return (
                Text(person.GetProperty("id"), "wikidata"), $"{Text(name, "first")} {Text(name, "nickname")} {Text(name, "last")}",
                [.. person.GetProperty("terms").EnumerateArray().Select(term => (Text(term, "type"), Date(Text(term, "start")), Date(Text(term, "end"))))]);
        }
    }

    private static bool TryMonth(string year, string month, out PartialDate date) =>
        PartialDate.TryParse($"{year.PadLeft(4, '0')}-{month.PadLeft(2, '0')}", out date);

    private static PartialDate? Date(string text) => PartialDate.TryParse(text, out var date) ? date : null;

    private static string Text(JsonElement element, string property) =>
        element.TryGetProperty(property, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";

    private static IEnumerable<string> Strings(JsonElement element, string property) =>
        element.TryGetProperty(property, out var values) ? values.EnumerateArray().Select(value => value.GetString()!) : [];

    // "Interim President Delcy Eloína RODRÍGUEZ Gómez (since 5 January 2026)"
    [GeneratedRegex(@"^(?<name>[^(;]*) \(since (?<date>\d+ \w+ \d{4})\)")]
    private static partial Regex FactbookHolder();
}
