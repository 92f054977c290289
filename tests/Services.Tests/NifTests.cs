using System.Net;
using System.Text;

namespace EntityRes.Services.Tests;

[Collection(RunningServicesGroup.Name)]
public class NifTests(RunningServices services)
{
    private const string Prefixes =
        "@prefix nif: <http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#> .\n@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .\n";

    private const string Document = Prefixes +
        """
        <http://example.org/a#char=0,45> a nif:Context , nif:RFC5147String ; # a comment
          nif:isString '''😀 Angela Merkel met "Sarkozy" in Foobarville.'''@en ; nif:endIndex "45"^^xsd:nonNegativeInteger .
        """;

    [Fact]
    public async Task Mentions_come_back_with_wikidata_items_and_offsets_in_code_points()
    {
        var (status, answer) = await PostAsync(Document);
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("""nif:isString "😀 Angela Merkel met \"Sarkozy\" in Foobarville." ;""", answer, StringComparison.Ordinal);
        Assert.Contains(
            """
            <http://example.org/a#char=2,15> a nif:Phrase, nif:RFC5147String ;
              nif:anchorOf "Angela Merkel" ;
              nif:beginIndex "2"^^xsd:nonNegativeInteger ;
              nif:endIndex "15"^^xsd:nonNegativeInteger ;
              nif:referenceContext <http://example.org/a#char=0,45> ;
              itsrdf:taIdentRef <http://www.wikidata.org/entity/Q567> ;
            """,
            answer, StringComparison.Ordinal);
        Assert.Equal(2, Count(answer, "taIdentRef <")); // nothing is minted: Foobarville has none
    }

    [Fact]
    public async Task Only_the_spans_that_are_given_are_linked()
    {
        const string Spans =
            """

            [] a nif:Phrase ; nif:referenceContext <http://example.org/a#char=0,45> ; nif:beginIndex 2 ; nif:endIndex 15 .
            _:b nif:referenceContext <http://example.org/a#char=0,45> ; nif:beginIndex "9"^^xsd:int ; nif:endIndex "15"^^xsd:int .
            """;
        var (_, answer) = await PostAsync(Document + Spans);
        Assert.Equal(2, Count(answer, "a nif:Phrase"));
        Assert.Equal(2, Count(answer, "entity/Q567>"));
    }

    [Fact]
    public async Task Date_and_kinds_are_taken_from_the_address()
    {
        var text = Prefixes + "<http://example.org/b> a nif:Context ; nif:isString \"The Russian leader spoke.\" .";
        var (_, answer) = await PostAsync(text, "?date=2010-09-04&kinds=role");
        Assert.Contains("<http://example.org/b#char=0,18>", answer, StringComparison.Ordinal);
        Assert.Contains("entity/Q23530>", answer, StringComparison.Ordinal);
        Assert.Equal(1, Count(answer, "a nif:Phrase"));
    }

    [Fact]
    public async Task An_answer_can_be_sent_again()
    {
        var (_, answer) = await PostAsync(Document);
        var (status, again) = await PostAsync(answer);
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(answer, again);
    }

    [Theory]
    [InlineData("text/plain", Document, "", "content-type")]
    [InlineData("text/turtle", "", "", "body")]
    [InlineData("text/turtle", "<a> <b> <c> .", "", "body")]
    [InlineData("text/turtle", "nif:a a nif:Context .", "", "body")]
    [InlineData("text/turtle", "<http://a/b> a \"unfinished", "", "body")]
    [InlineData("text/turtle", Prefixes + "<http://a/b> a nif:Context .", "", "body")]
    [InlineData("text/turtle", Prefixes + "<http://a/b> a nif:Context ; nif:isString \"ab\" . [] nif:referenceContext <http://a/b> ; nif:beginIndex 1 ; nif:endIndex 9 .", "", "body")]
    [InlineData("text/turtle", Document, "?kinds=verb", "kinds")]
    [InlineData("text/turtle", Document, "?date=never", "document.document_date")]
    public async Task A_wrong_document_is_refused_naming_the_field(string type, string body, string query, string field)
    {
        using var content = new StringContent(body, Encoding.UTF8, type);
        using var answer = await services.ResolverHttp.PostAsync(new Uri("/nif" + query, UriKind.Relative), content);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(field, await HttpErrors.FieldAsync(answer));
    }

    [Fact]
    public async Task Limits_hold()
    {
        var text = Prefixes + $"<http://a/b> a nif:Context ; nif:isString \"{new string('a', (1 << 20) + 1)}\" .";
        Assert.Equal(HttpStatusCode.TooManyRequests, (await PostAsync(text)).Status);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await PostAsync(new string(' ', (8 << 20) + 1))).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync(new string('[', 100_000))).Status);
    }

    private async Task<(HttpStatusCode Status, string Answer)> PostAsync(string turtle, string query = "")
    {
        using var content = new StringContent(turtle, Encoding.UTF8, "application/x-turtle");
        using var answer = await services.ResolverHttp.PostAsync(new Uri("/nif" + query, UriKind.Relative), content);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    private static int Count(string text, string part) => text.Split(part).Length - 1;
}
