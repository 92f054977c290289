using EntityRes.Import.Importing;
using EntityRes.Resolution;
using EntityRes.Resolution.CanonicalIds;

namespace EntityRes.Import.Tests;

public class OtherImportTests
{
    private const string Cern =
        """
        [
          {
            "id": "https://ror.org/01ggx4157",
            "status": "active",
            "types": ["facility", "funder"],
            "established": 1954,
            "names": [
              {"value": "CERN", "types": ["acronym"], "lang": null},
              {"value": "European Organization for Nuclear Research", "types": ["ror_display", "label"], "lang": "en"}
            ],
            "locations": [{"geonames_id": 2660646, "geonames_details": {"country_code": "CH", "country_name": "Switzerland", "name": "Geneva"}}],
            "external_ids": [{"type": "wikidata", "preferred": null, "all": ["Q42944"]}]
          },
          {
            "id": "https://ror.org/05a28rw58",
            "status": "active",
            "types": ["education"],
            "names": [{"value": "ETH \"Zurich\" }", "types": ["ror_display"], "lang": "en"}],
            "locations": [],
            "external_ids": []
          },
          {"id": "nowhere", "names": []}
        ]
        """;

    [Fact]
    public void Ror_becomes_organisations_with_countries()
    {
        using var dumps = new Dumps();
        var result = dumps.Import(
            "out.bin", new ImportInput("ror", dumps.Write("ror.json", Cern)),
            new ImportInput("wikidata", dumps.Write("wd.json", Dumps.Item("Q39", "Switzerland", Dumps.Items("P31", "Q6256") + "," + Dumps.Text("P297", "CH")))));
        Assert.Equal((1, 3), (result.Bad, result.Entities));
        Assert.StartsWith("ror.json:22: ", result.FirstBad[0], StringComparison.Ordinal);
        using var catalogue = dumps.Open("out.bin");
        Assert.True(catalogue.TryFind("ror:01ggx4157", out var cern));
        Assert.True(catalogue.TryFind("Q39", out var switzerland));
        var entity = catalogue.Entities[cern];
        Assert.Equal(("Q42944", EntityType.Organization, "European Organization for Nuclear Research"), (entity.Id, entity.Type, entity.Name));
        Assert.True(entity.Of.Contains(switzerland));
        Assert.Equal(["CERN"], entity.Aliases);
        Assert.True(catalogue.TryFind("ror:05a28rw58", out var eth));
        Assert.Equal(MintedId.Of(EntityType.Organization, "ror:05a28rw58"), catalogue.Entities[eth].Id);
    }

    [Fact]
    public void FollowTheMoney_becomes_people_companies_and_tenures()
    {
        using var dumps = new Dumps();
        dumps.Import("out.bin", new ImportInput("ftm", dumps.Write(
            "ftm.json",
            """{"id":"NK-1","caption":"Christine Lagarde","schema":"Person","properties":{"name":["Christine Lagarde"],"alias":["Christine Lallouette"],"wikidataId":["Q484605"],"nationality":["fr"]},"referents":[],"datasets":["x"]}""",
            """{"id":"Q46","caption":"Europe","schema":"Company","properties":{"name":["Europe"]}}""",
            """{"id":"NK-2","caption":"President of the European Central Bank","schema":"Position","properties":{"name":["President of the European Central Bank"],"country":["de"]}}""",
            """{"id":"NK-3","caption":"x","schema":"Occupancy","properties":{"holder":["NK-1"],"post":["NK-2"],"startDate":["2019-11-01"]}}""",
            """{"id":"NK-4","caption":"y","schema":"Address","properties":{}}""",
            """{"id":"NK-5"}""")),
            new ImportInput("wikidata", dumps.Write("wd.json", Dumps.Item("Q183", "Germany", Dumps.Items("P31", "Q6256") + "," + Dumps.Text("P297", "DE")))));
        using var catalogue = dumps.Open("out.bin");
        Assert.True(catalogue.TryFind("ftm:NK-1", out var lagarde));
        Assert.Equal("Q484605", catalogue.Entities[lagarde].Id);
        Assert.Equal(["Christine Lallouette"], catalogue.Entities[lagarde].Aliases);
        Assert.Equal(1, catalogue.Offices.HeldBy(lagarde).Count);
    }

    [Fact]
    public void Our_own_lines_become_entities_and_offices()
    {
        using var dumps = new Dumps();
        var result = dumps.Import("out.bin", new ImportInput("jsonl", dumps.Write(
            "own.jsonl",
            """{"id":"Q90","name":"Paris","type":"LOCATION","kind":"city","of":["Q142"],"prior":400}""",
            """{"id":"Q142","name":"France","type":"LOCATION","kind":"country","demonyms":["French"],"capital":"Q90"}""",
            """{"office":"fr/president","of":"Q142","role":"president","title":"President of France"}""",
            """{"id":"Q3052772","name":"Emmanuel Macron","type":"PERSON","aliases":["Macron"],"tenures":[{"office":"fr/president","start":"2017-05-14"}]}""",
            """{"name":"no type"}""")));
        Assert.Equal((1, 3), (result.Bad, result.Entities));
        using var catalogue = dumps.Open("out.bin");
        Assert.True(catalogue.TryFind("Q3052772", out var macron));
        Assert.Equal(1, catalogue.Offices.HeldBy(macron).Count);
        Assert.Equal("President of France", Assert.Single(catalogue.Offices.All).Title);
    }

    [Theory]
    [InlineData("""{"office":"acme/ceo","of":"Q1","role":"ceo","title":"CEO of Acme"}""", "role 'ceo'")]
    [InlineData("""{"office":"acme/ceo","of":"~Acme","role":"chief-executive","title":"CEO of Acme"}""", "of '~Acme'")]
    [InlineData("""{"office":"acme/ceo","of":"Q1","role":"chief-executive"}""", "an office needs role, title and of")]
    public void An_office_that_could_never_be_found_is_a_bad_record(string line, string reason)
    {
        using var dumps = new Dumps();
        var result = dumps.Import("out.bin", new ImportInput("jsonl", dumps.Write("own.jsonl", """{"id":"Q1","name":"Acme","type":"ORGANIZATION"}""", line)));
        Assert.Contains(reason, Assert.Single(result.FirstBad), StringComparison.Ordinal);
    }

    [Fact]
    public void Sources_are_joined_by_shared_ids_and_the_first_one_wins()
    {
        using var dumps = new Dumps();
        var own = dumps.Write("own.jsonl", """{"name":"CERN laboratory","type":"ORGANIZATION","kind":"agency","externalIds":["ror:01ggx4157"],"note":"ours"}""");
        dumps.Import("out.bin", new ImportInput("jsonl", own), new ImportInput("ror", dumps.Write("ror.json", Cern)));
        using var catalogue = dumps.Open("out.bin");
        Assert.Equal(2, catalogue.Entities.Count);
        Assert.True(catalogue.TryFind("Q42944", out var cern));
        var entity = catalogue.Entities[cern];
        Assert.Equal(("CERN laboratory", "ours"), (entity.Name, entity.Note));
        Assert.Equal(["CERN", "European Organization for Nuclear Research"], entity.Aliases);
    }

    [Fact]
    public void The_curated_text_and_a_dump_become_one_catalogue()
    {
        using var dumps = new Dumps();
        string[] lines =
        [
            Dumps.Item("Q159", "Russian Federation (dump)", Dumps.Items("P31", "Q3624078"), aliases: "Rossiya"),
            Dumps.Item("Q218295", "President of Russia", Dumps.Items("P31", "Q4164871") + "," + Dumps.Items("P1001", "Q159")),
            Dumps.Item("Q7747", "Putin of the dump", Dumps.Items("P31", "Q5") + "," + Dumps.Held("P39", "Q218295", "1999-01-01", "")),
            Dumps.Item("Q1757777", "Uusikylä", Dumps.Items("P31", "Q515") + "," + Dumps.Items("P17", "Q159")),
        ];
        dumps.Import("out.bin", new ImportInput("curated", Repository.Catalogue), new ImportInput("wikidata", dumps.Write("wd.json", lines)));
        using var catalogue = dumps.Open("out.bin");
        using var shipped = Resolution.Catalogue.ShippedCatalogue.Load();
        Assert.Equal(shipped.Entities.Count + 1, catalogue.Entities.Count);
        Assert.Equal(shipped.Counts.Offices, catalogue.Counts.Offices);
        Assert.Equal(shipped.Counts.Tenures, catalogue.Counts.Tenures);
        Assert.True(catalogue.TryFind("Q159", out var russia));
        Assert.Equal("Russia", catalogue.Entities[russia].Name);
        Assert.Contains("Rossiya", catalogue.Entities[russia].Aliases);
        Assert.True(catalogue.TryFind("Q1757777", out var town));
        Assert.True(catalogue.Entities[town].Of.Contains(russia));
        Assert.Equal(shipped.Offices.All.Select(office => office.Leading.Count), catalogue.Offices.All.Select(office => office.Leading.Count));
    }
}
