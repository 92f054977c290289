using EntityRes.Import.Importing;
using EntityRes.Resolution;
using EntityRes.Resolution.Candidates;
using EntityRes.Resolution.Roles;
using EntityRes.Text;

namespace EntityRes.Import.Tests;

public class WikidataImportTests
{
    private static readonly string[] Finland =
    [
        "[",
        Dumps.Item("Q33", "Finland", Dumps.Items("P31", "Q3624078") + "," + Dumps.Items("P36", "Q1757") + "," + Dumps.Text("P297", "FI"),
            sitelinks: 300, aliases: "Suomi", demonyms: "," + Dumps.Text("P1549", "Finnish")),
        Dumps.Item("Q1757", "Helsinki", Dumps.Items("P31", "Q200250") + "," + Dumps.Items("P17", "Q33"), sitelinks: 200),
        Dumps.Item("Q200250", "metropolis", Dumps.Items("P279", "Q1549591")),
        Dumps.Item("Q29207", "President of Finland", Dumps.Items("P31", "Q4164871") + "," + Dumps.Items("P1001", "Q33")),
        Dumps.Item("Q29558", "Sauli Niinistö", Dumps.Items("P31", "Q5") + "," + Dumps.Items("P27", "Q33") + "," + Dumps.Held("P39", "Q29207", "2012-03-01", "2024-03-01")),
        Dumps.Item("Q319153", "Alexander Stubb", Dumps.Items("P31", "Q5") + "," + Dumps.Items("P27", "Q33") + "," + Dumps.Held("P39", "Q29207", "2024-03-01", "")),
        Dumps.Item("Q4167410", "Wikimedia disambiguation page", ""),
        Dumps.Item("Q999", "Finland (disambiguation)", Dumps.Items("P31", "Q4167410")),
        "{\"entity\":\"Q777\",\"redirect\":\"Q33\"},",
        "{\"type\":\"property\",\"id\":\"P31\",\"labels\":{}}",
        "]",
    ];

    [Theory]
    [InlineData("finland.json")]
    [InlineData("finland.json.gz")]
    [InlineData("finland.json.bz2")]
    public void A_dump_becomes_a_catalogue(string name)
    {
        using var dumps = new Dumps();
        var result = dumps.Import("out.bin", new ImportInput("wikidata", dumps.Write(name, Finland)));
        Assert.Equal((0, 4), (result.Bad, result.Entities));
        using var catalogue = dumps.Open("out.bin");
        Assert.True(catalogue.TryFind("Q33", out var finland));
        Assert.True(catalogue.TryFind("Q1757", out var helsinki));
        Assert.True(catalogue.TryFind("Q777", out var redirected));
        Assert.Equal(finland, redirected);
        Assert.False(catalogue.TryFind("Q999", out _));
        Assert.Equal(("Finland", EntityType.Location, "country"), (catalogue.Entities[finland].Name, catalogue.Entities[finland].Type, catalogue.Entities[finland].Kind));
        Assert.Equal(("city", true), (catalogue.Entities[helsinki].Kind, catalogue.Entities[helsinki].Of.Contains(finland)));
        Assert.True(catalogue.Entities[finland].Prior01 > catalogue.Entities[helsinki].Prior01);
        Assert.True(catalogue.TryFindCapital(finland, out var capital));
        Assert.Equal(helsinki, capital);
        Assert.Equal([finland], catalogue.Demonyms.Find("finnish").ToArray());
        Assert.Equal([finland], catalogue.Names.Find("suomi").ToArray());
    }

    [Theory]
    [InlineData("the Finnish president", "2020-01-01", "Sauli Niinistö")]
    [InlineData("the president of Finland", "2025-01-01", "Alexander Stubb")]
    public void Positions_and_their_holders_become_offices_and_tenures(string role, string date, string holder)
    {
        using var dumps = new Dumps();
        dumps.Import("out.bin", new ImportInput("wikidata", dumps.Write("finland.json", Finland)));
        using var catalogue = dumps.Open("out.bin");
        Assert.True(PartialDate.TryParse(date, out var asOf));
        var reading = new RoleResolver(catalogue).Resolve(role, asOf, new HashSet<int>());
        Assert.True(reading.IsCertain, reading.Reason);
        Assert.Equal(holder, catalogue.Entities[reading.Holders[0].Tenure.Holder].Name);
    }

    [Fact]
    public void Bad_records_are_counted_with_their_lines_and_left_out()
    {
        using var dumps = new Dumps();
        var lines = Finland.ToList();
        lines.Insert(2, "{\"type\":\"item\",\"id\":");
        lines.Insert(4, "{\"type\":\"item\",\"id\":\"Q5\",\"labels\":7},");
        var result = dumps.Import("out.bin", new ImportInput("wikidata", dumps.Write("broken.json", [.. lines])));
        Assert.Equal((2, 4), (result.Bad, result.Entities));
        Assert.StartsWith("broken.json:3: ", result.FirstBad[0], StringComparison.Ordinal);
        Assert.StartsWith("broken.json:5: ", result.FirstBad[1], StringComparison.Ordinal);
        Assert.Equal(2, File.ReadAllLines(dumps.PathOf("out.bin.bad.txt")).Length);
    }

    [Theory]
    [InlineData("many.json")]
    [InlineData("many.json.gz")]
    public void An_import_that_was_stopped_goes_on_and_gives_the_same_file(string name)
    {
        using var dumps = new Dumps();
        var lines = Enumerable.Range(1, 12_000).Select(i => Dumps.Item($"Q{i}", $"Town {i}", Dumps.Items("P31", "Q515"))).ToArray();
        lines[5000] = "{]";
        var inputs = new[] { new ImportInput("wikidata", dumps.Write(name, lines)) };
        var whole = CatalogueImport.Run("test", null, inputs, dumps.PathOf("whole.bin"), _ => { }, CancellationToken.None, runBytes: 100_000);
        using var stopping = new CancellationTokenSource();
        Assert.Throws<OperationCanceledException>(() => CatalogueImport.Run(
            "test", null, inputs, dumps.PathOf("parts.bin"), progress => StopAt(progress, 8000, stopping), stopping.Token, runBytes: 100_000));
        Assert.False(File.Exists(dumps.PathOf("parts.bin")));
        long first = 0;
        var rest = CatalogueImport.Run(
            "test", null, inputs, dumps.PathOf("parts.bin"), progress => first = first == 0 ? progress.Records : first, CancellationToken.None, runBytes: 100_000);
        Assert.InRange(first, 8000, 12_000);
        Assert.Equal((whole.Records, whole.Bad, whole.Entities), (rest.Records, rest.Bad, rest.Entities));
        Assert.StartsWith($"{name}:5001: ", rest.FirstBad[0], StringComparison.Ordinal);
        Assert.Equal(File.ReadAllBytes(dumps.PathOf("whole.bin")), File.ReadAllBytes(dumps.PathOf("parts.bin")));
        Assert.False(Directory.Exists(dumps.PathOf("parts.bin.import")));
    }

    private static void StopAt(ImportProgress progress, int records, CancellationTokenSource stopping)
    {
        if (progress.Records >= records)
            stopping.Cancel();
    }

    [Fact]
    public void An_imported_name_is_found_in_any_spelling()
    {
        using var dumps = new Dumps();
        dumps.Import("out.bin", new ImportInput("wikidata", dumps.Write("finland.json", Finland)));
        using var catalogue = dumps.Open("out.bin");
        var search = new NameSearch(catalogue);
        foreach (var query in new[] { "Sauli Niinistö", "sauli niinisto", "Sauli Ninisto", "Saulli Ninnistö" })
            Assert.Equal("Q29558", catalogue.Entities[search.Search(query, _ => true)[0].Entity].Id);
    }
}
