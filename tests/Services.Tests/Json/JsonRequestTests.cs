using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using EntityRes.Hosting;
using EntityRes.Services.Tests.Situations;
using EntityRes.V1;
using Google.Api;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Grpc.Core;

namespace EntityRes.Services.Tests.Json;

/// <summary>What a JSON request may look like, and how one that cannot be read is explained.</summary>
[Collection(RunningServicesGroup.Name)]
public class JsonRequestTests(RunningServices services)
{
    [Theory]
    [InlineData("""{"document":{"text":"x","date":"2010"}}""", "document.date", "a name that no field has")]
    [InlineData("""{"Document":{"text":"x"}}""", "Document", "names are case-sensitive")]
    [InlineData("""{"documentt":null}""", "documentt", "unknown, though null")]
    [InlineData("""{"document":{"text":7}}""", "document.text", "a number for a string")]
    [InlineData("""{"document":{"text":"\ud800"}}""", "document.text", "half a character")]
    [InlineData("""{"document":["x"]}""", "document", "an array for a message")]
    [InlineData("""{"offsetEncoding":"UTF16"}""", "offset_encoding", "a name that the enum does not have")]
    [InlineData("""{"options":{"kinds":["MENTION_KIND_ROLE","ROLE"]}}""", "options.kinds[1]", "the second of a list")]
    [InlineData("""{"options":{"kinds":"MENTION_KIND_ROLE"}}""", "options.kinds", "one for a list")]
    [InlineData("""{"options":{"explain":"yes"}}""", "options.explain", "a string for a truth value")]
    [InlineData("""{"options":{"max_candidates":2147483648}}""", "options.max_candidates", "too large a number")]
    [InlineData("[]", "body", "an array")]
    [InlineData("null", "body", "nothing")]
    [InlineData("", "body", "empty")]
    [InlineData("""{"document":{"text":"x"}} {}""", "body", "something after it")]
    [InlineData("{\"document\":\n{\"text\":\"x\",}}", "body", "a comma too many")]
    [InlineData("""{"document":{"text":"x"},"\ud800":1}""", "body", "half a character in a name")]
    public async Task Json_that_cannot_be_read_names_field_or_body(string json, string field, string why)
    {
        using var answer = await services.ResolverHttp.PostJsonAsync("/v1/annotate", json);
        Assert.True(HttpStatusCode.BadRequest == answer.StatusCode, why);
        Assert.Equal(field, await HttpErrors.FieldAsync(answer));
    }

    [Fact]
    public async Task Malformed_json_is_told_its_line_and_byte()
    {
        using var answer = await services.ExtractorHttp.PostJsonAsync("/v1/extract", "{\"document\":\n{\"text\":\"x\",}}");
        var error = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal("body: is not JSON: line 2, byte 13", error.GetProperty("message").GetString());
    }

    [Fact]
    public async Task An_unknown_name_is_answered_with_the_names_that_exist_and_shortened()
    {
        using var answer = await services.ExtractorHttp.PostJsonAsync("/v1/extract", $"{{\"document\":{{\"{new string('x', 1_000)}\":1}}}}");
        var message = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("message").GetString()!;
        Assert.EndsWith("is no field of Document, which has id, text, documentDate, language", message, StringComparison.Ordinal);
        Assert.True(message.Length < 200);
    }

    [Fact]
    public async Task Names_may_be_those_of_the_protos()
    {
        using var answer = await services.ExtractorHttp.PostJsonAsync(
            "/v1/extract", """{"document":{"text":"Putin spoke.","document_date":"2010-09-04"},"offset_encoding":"OFFSET_ENCODING_UTF8"}""");
        var json = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal("2010-09-04", json.GetProperty("documentDate").GetProperty("value").GetString());
    }

    [Fact]
    public async Task Grpc_goes_on_ignoring_fields_it_does_not_know()
    {
        byte[] unknown = [0xFA, 0x3F, 0x01, 0x78]; // field 1023, a string
        var request = ExtractRequest.Parser.ParseFrom([.. new ExtractRequest { Document = new Document { Text = "Putin spoke." } }.ToByteArray(), .. unknown]);
        Assert.NotEmpty((await new ExtractionService.ExtractionServiceClient(services.Extractor).ExtractAsync(request)).Mentions);
    }

    [Theory]
    [InlineData("text/plain", HttpStatusCode.BadRequest)] // what a page from elsewhere may send unasked
    [InlineData("application/x-www-form-urlencoded", HttpStatusCode.BadRequest)]
    [InlineData("application/json; charset=utf-16", HttpStatusCode.BadRequest)]
    [InlineData("application/json; charset=UTF-8", HttpStatusCode.OK)]
    [InlineData("application/vnd.api+json", HttpStatusCode.OK)]
    public async Task A_body_has_to_be_said_to_be_json(string contentType, HttpStatusCode status)
    {
        using var content = new StringContent("""{"document":{"text":"Putin spoke."}}""") { Headers = { ContentType = System.Net.Http.Headers.MediaTypeHeaderValue.Parse(contentType) } };
        using var answer = await services.ExtractorHttp.PostAsync(new Uri("/v1/extract", UriKind.Relative), content);
        Assert.Equal(status, answer.StatusCode);
        if (status == HttpStatusCode.BadRequest)
            Assert.Equal("content-type", await HttpErrors.FieldAsync(answer));
    }

    [Fact]
    public async Task A_body_is_utf8_with_or_without_a_mark()
    {
        var json = Encoding.UTF8.GetBytes("""{"document":{"text":"Łódź."}}""");
        using var marked = await PostAsync([.. Encoding.UTF8.Preamble, .. json]);
        Assert.Equal(HttpStatusCode.OK, marked.StatusCode);
        using var wrong = await PostAsync(Encoding.Latin1.GetBytes("""{"document":{"text":"Zoë."}}"""));
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        Assert.Equal("body", await HttpErrors.FieldAsync(wrong));

        Task<HttpResponseMessage> PostAsync(byte[] body) => services.ExtractorHttp.PostAsync(
            new Uri("/v1/extract", UriKind.Relative), new ByteArrayContent(body) { Headers = { { "content-type", "application/json" } } });
    }

    [Fact]
    public async Task A_chunked_body_over_the_limit_is_refused_by_name()
    {
        // HttpClient reads no answer before all is sent, and the service reads no further than its limit.
        using var connection = new TcpClient();
        await connection.ConnectAsync(services.ExtractorHttp.BaseAddress!.Host, services.ExtractorHttp.BaseAddress.Port);
        var stream = connection.GetStream();
        var sending = SendAsync();
        using var answer = new StreamReader(stream);
        Assert.StartsWith("HTTP/1.1 429 ", await answer.ReadLineAsync(), StringComparison.Ordinal);
        string? line;
        while ((line = await answer.ReadLineAsync()) is not null && !line.Contains("message: is over ", StringComparison.Ordinal))
            continue;
        Assert.NotNull(line);
        connection.Close();
        await sending;

        async Task SendAsync()
        {
            const string head = "POST /v1/extract HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n";
            try
            {
                await stream.WriteAsync(Encoding.ASCII.GetBytes($"{head}{Limits.MessageBytes + 1:x}\r\n"));
                await stream.WriteAsync(Encoding.ASCII.GetBytes(new string(' ', Limits.MessageBytes + 1)));
            }
            catch (IOException)
            {
                // The service hung up.
            }
        }
    }

    [Theory]
    [InlineData("/v1/entities:search?q=Putin&pagesize=5", "pagesize")]
    [InlineData("/v1/entities:search?q=Putin&pageSize=five", "page_size")]
    [InlineData("/v1/entities:search?q=Putin&q=Rutte", "q")]
    [InlineData("/v1/entities:search?q=Putin&types=ENTITY_TYPE_PERSON&types=PERSON", "types[1]")]
    [InlineData("/v1/entities/Q7747?includeHistory=1", "include_history")]
    [InlineData("/v1/entities/Q7747?id=Q1", "id")]
    public async Task A_query_that_cannot_be_read_names_its_field(string route, string field)
    {
        using var answer = await services.ResolverHttp.GetAsync(new Uri(route, UriKind.Relative));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(field, await HttpErrors.FieldAsync(answer));
    }

    [Theory]
    [InlineData("/v1/entities:search?q=Putin&types=ENTITY_TYPE_PERSON&types=2&page_size=1")]
    [InlineData("/v1/entities/Q7747?includeHistory=true")]
    [InlineData("/v1/entities/Q7747?include_history=false")]
    public async Task A_query_may_hold_lists_numbers_of_enums_and_truth_values(string route)
    {
        using var answer = await services.ResolverHttp.GetAsync(new Uri(route, UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task A_query_beside_a_body_is_refused()
    {
        using var answer = await services.ResolverHttp.PostJsonAsync("/v1/annotate?documentDate=2010", "{}");
        Assert.Equal("documentDate", await HttpErrors.FieldAsync(answer));
    }

    [Fact]
    public async Task Every_rule_of_the_protos_is_served_where_it_says_and_only_there()
    {
        foreach (var (service, http) in new[]
        {
            (ExtractionService.Descriptor, services.ExtractorHttp), (ResolutionService.Descriptor, services.ResolverHttp), (CatalogueService.Descriptor, services.ResolverHttp),
        })
        {
            foreach (var rule in service.Methods.Select(method => method.GetOptions()?.GetExtension(AnnotationsExtensions.Http)).OfType<HttpRule>())
            {
                var path = (rule.Get + rule.Post).Replace("{id}", "x:y", StringComparison.Ordinal);
                using var served = rule.Get.Length > 0
                    ? await http.GetAsync(new Uri(path, UriKind.Relative))
                    : await http.PostJsonAsync(path, """{"unknown":1}""");
                Assert.True(served.StatusCode == HttpStatusCode.BadRequest, $"{rule}: {served.StatusCode}");
                using var deleted = await http.DeleteAsync(new Uri(path, UriKind.Relative));
                Assert.Equal(HttpStatusCode.MethodNotAllowed, deleted.StatusCode);
                Assert.Contains(rule.Get.Length > 0 ? "GET" : "POST", deleted.Content.Headers.Allow);
            }
        }

        using var nowhere = await services.ResolverHttp.PostJsonAsync("/v1/extract", "{}");
        Assert.Equal(HttpStatusCode.NotFound, nowhere.StatusCode);
    }
}
