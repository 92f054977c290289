using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace EntityRes.Services.Tests.Interop;

/// <summary>
/// The requests that evaluators send to an annotator, as their sources write them: GERBIL (NIFBasedAnnotatorWebservice, serialised by Jena)
/// and the form of NIF that ELEVANT reads. The texts are our own.
/// </summary>
[Collection(RunningServicesGroup.Name)]
public class GerbilRequestsTests(RunningServices services)
{
    private const string Prefixes =
        "@prefix rdf:   <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .\r\n" +
        "@prefix xsd:   <http://www.w3.org/2001/XMLSchema#> .\r\n" +
        "@prefix itsrdf: <http://www.w3.org/2005/11/its/rdf#> .\r\n" +
        "@prefix rdfs:  <http://www.w3.org/2000/01/rdf-schema#> .\r\n" +
        "@prefix nif:   <http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#> .\r\n\r\n";

    private const string Context =
        "<http://www.aksw.org/gerbil/NifWebService/request_0#char=0,55>\r\n" +
        "        a               nif:RFC5147String , nif:String , nif:Context ;\r\n" +
        "        nif:beginIndex  \"0\"^^xsd:nonNegativeInteger ;\r\n" +
        "        nif:endIndex    \"55\"^^xsd:nonNegativeInteger ;\r\n" +
        "        nif:isString    \"Angela Merkel met \\\"Sarkozy\\\"\\nand Barack Obama in Berlin.\"^^xsd:string .\r\n";

    // A2KB and recognition: the text alone.
    [Fact]
    public async Task A_text_is_annotated_in_the_context_that_was_sent()
    {
        var answer = await SendAsync(Prefixes + Context);
        Assert.Contains("<http://www.aksw.org/gerbil/NifWebService/request_0#char=0,55> a nif:Context", answer, StringComparison.Ordinal);
        Assert.Equal(["Q567", "Q329", "Q76", "Q64"], Items(answer));
        Assert.Equal(4, answer.Split("nif:referenceContext <http://www.aksw.org/gerbil/NifWebService/request_0#char=0,55>").Length - 1);
    }

    // D2KB: the spans of the gold data.
    [Fact]
    public async Task Given_spans_are_answered_and_no_other()
    {
        var answer = await SendAsync(Prefixes + Span(0, 13, "Angela Merkel", "nif:RFC5147String , nif:String , nif:Phrase") + Span(19, 26, "Sarkozy", "nif:RFC5147String , nif:String") + Context);
        Assert.Equal(["Q567", "Q329"], Items(answer));
    }

    [Fact]
    public async Task Offset_based_strings_are_read_like_fragments()
    {
        var elevant =
            """
            @prefix itsrdf: <http://www.w3.org/2005/11/its/rdf#> .
            @prefix nif: <http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#> .
            @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .

            <http://www.aksw.org/gerbil/NifWebService/request_1#char=0,21> a nif:Context,
                    nif:OffsetBasedString ;
                nif:beginIndex "0"^^xsd:nonNegativeInteger ;
                nif:endIndex "21"^^xsd:nonNegativeInteger ;
                nif:isString "Angela Merkel retired" .

            <http://www.aksw.org/gerbil/NifWebService/request_1#offset_0_13> a nif:OffsetBasedString,
                    nif:Phrase ;
                nif:anchorOf "Angela Merkel" ;
                nif:beginIndex "0"^^xsd:nonNegativeInteger ;
                nif:endIndex "13"^^xsd:nonNegativeInteger ;
                nif:referenceContext <http://www.aksw.org/gerbil/NifWebService/request_1#char=0,21> .
            """;
        Assert.Equal(["Q567"], Items(await SendAsync(elevant)));
    }

    private static string Span(int begin, int end, string anchor, string types) =>
        $"<http://www.aksw.org/gerbil/NifWebService/request_0#char={begin},{end}>\r\n" +
        $"        a                     {types} ;\r\n" +
        $"        nif:anchorOf          \"{anchor}\"^^xsd:string ;\r\n" +
        $"        nif:beginIndex        \"{begin}\"^^xsd:nonNegativeInteger ;\r\n" +
        $"        nif:endIndex          \"{end}\"^^xsd:nonNegativeInteger ;\r\n" +
        "        nif:referenceContext  <http://www.aksw.org/gerbil/NifWebService/request_0#char=0,55> .\r\n\r\n";

    private async Task<string> SendAsync(string turtle)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/nif") { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(turtle)) };
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse("application/x-turtle;charset=UTF-8");
        request.Headers.Accept.ParseAdd("application/x-turtle");
        using var answer = await services.ResolverHttp.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("application/x-turtle", answer.Content.Headers.ContentType!.MediaType);
        return await answer.Content.ReadAsStringAsync();
    }

    private static IEnumerable<string> Items(string answer) =>
        answer.Split("itsrdf:taIdentRef <http://www.wikidata.org/entity/").Skip(1).Select(rest => rest.Split('>')[0]);
}
