using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace EntityRes.Services.Tests.Interop;

/// <summary>The requests that OpenRefine sends from adding the service to matching a cell, as its sources write them.</summary>
[Collection(RunningServicesGroup.Name)]
public class OpenRefineRequestsTests(RunningServices services)
{
    private const string Page = "http://127.0.0.1:3333"; // where its page comes from

    // "Add standard service": the page reads the manifest across origins.
    [Fact]
    public async Task The_page_may_read_the_manifest_and_finds_what_it_needs_there()
    {
        using var answer = await GetAsync("/reconcile");
        Assert.Equal([Page], answer.Headers.GetValues("Access-Control-Allow-Origin"));
        Assert.Equal("application/json", answer.Content.Headers.ContentType!.MediaType);
        var manifest = await answer.Content.ReadFromJsonAsync<JsonElement>();
        foreach (var name in new[] { "name", "identifierSpace", "schemaSpace" })
            Assert.NotEqual("", manifest.GetProperty(name).GetString());
        Assert.Contains("{{id}}", manifest.GetProperty("view").GetProperty("url").GetString(), StringComparison.Ordinal);
    }

    // Older versions ask by JSONP first and fall back to JSON when that fails: JSON it is, and no script.
    [Fact]
    public async Task A_callback_is_not_called()
    {
        using var answer = await GetAsync("/reconcile?callback=jQuery1_2&_=3");
        Assert.Equal("application/json", answer.Content.Headers.ContentType!.MediaType);
        Assert.StartsWith("{", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    // Guessing the column's types: ten cells, three candidates each, no type.
    [Fact]
    public async Task Cells_have_candidates_whose_types_can_be_counted()
    {
        var answer = await PostAsync("""{"q0":{"query":"Angela Merkel","limit":3},"q1":{"query":"Mark Rutte","limit":3},"q2":{"query":"Emmanuel Macron","limit":3}}""");
        foreach (var key in new[] { "q0", "q1", "q2" })
        {
            var first = answer.GetProperty(key).GetProperty("result")[0];
            Assert.Equal("ENTITY_TYPE_PERSON", first.GetProperty("type")[0].GetProperty("id").GetString());
            Assert.Equal("Person", first.GetProperty("type")[0].GetProperty("name").GetString());
        }
    }

    // Reconciling: a batch of ten at most, with properties of other columns, one of them already matched.
    [Fact]
    public async Task A_batch_with_properties_is_answered_by_key()
    {
        var answer = await PostAsync(
            """
            {"q0":{"query":"Angela Merkel","type":"ENTITY_TYPE_PERSON","type_strict":"should","properties":[{"pid":"country","v":{"id":"Q183","name":"Germany"}},{"pid":"born","v":"1954-07-17T00:00:00Z"}]},
             "q1":{"query":"Nobody of this name","type":"ENTITY_TYPE_PERSON","type_strict":"should"}}
            """);
        var merkel = answer.GetProperty("q0").GetProperty("result")[0];
        Assert.Equal(("Q567", true), (merkel.GetProperty("id").GetString(), merkel.GetProperty("match").GetBoolean()));
        Assert.InRange(merkel.GetProperty("score").GetDouble(), 0, 100);
        Assert.Equal(JsonValueKind.Array, answer.GetProperty("q1").GetProperty("result").ValueKind);
    }

    // "Search for match" in a cell, then the preview of what the pointer is on.
    [Fact]
    public async Task The_page_may_read_suggestions_and_show_previews_in_a_frame()
    {
        using var answer = await GetAsync("/reconcile/suggest/entity?prefix=Angela%20Merkel&type=ENTITY_TYPE_PERSON&type_strict=should");
        Assert.Equal([Page], answer.Headers.GetValues("Access-Control-Allow-Origin"));
        var suggested = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("result")[0];
        Assert.Equal("Q567", suggested.GetProperty("id").GetString());
        using var preview = await GetAsync("/reconcile/preview?id=Q567");
        Assert.False(preview.Headers.Contains("X-Frame-Options"));
        Assert.DoesNotContain("frame-ancestors", preview.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal("text/html", preview.Content.Headers.ContentType!.MediaType);
    }

    private async Task<HttpResponseMessage> GetAsync(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { { "Origin", Page }, { "Accept", "application/json, text/javascript, */*; q=0.01" } } };
        var answer = await services.ResolverHttp.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return answer;
    }

    // Sent by its server, form-encoded as java.net.URLEncoder does: blanks as +.
    private async Task<JsonElement> PostAsync(string queries)
    {
        using var content = new StringContent("queries=" + WebUtility.UrlEncode(queries), Encoding.UTF8, "application/x-www-form-urlencoded");
        using var answer = await services.ResolverHttp.PostAsync(new Uri("/reconcile", UriKind.Relative), content);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }
}
