using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace EntityRes.Services.Tests;

[Collection(RunningServicesGroup.Name)]
public class ReconciliationTests(RunningServices services)
{
    private const string Batch =
        """{"q0":{"query":"Selenskyj","type":"ENTITY_TYPE_PERSON","limit":3},"q1":{"query":"Georgia","type":["ENTITY_TYPE_LOCATION"]},"q2":{"query":"Qqqqzzzz"}}""";

    [Fact]
    public async Task The_manifest_names_version_types_and_services_at_the_callers_address()
    {
        var manifest = await GetAsync("/reconcile");
        Assert.Equal("0.2", manifest.GetProperty("versions")[0].GetString());
        Assert.Equal(7, manifest.GetProperty("defaultTypes").GetArrayLength());
        var address = services.ResolverHttp.BaseAddress!.GetLeftPart(UriPartial.Authority);
        Assert.Equal(address, manifest.GetProperty("suggest").GetProperty("entity").GetProperty("service_url").GetString());
        Assert.Equal(address + "/reconcile/preview?id={{id}}", manifest.GetProperty("preview").GetProperty("url").GetString());
    }

    [Fact]
    public async Task A_batch_is_answered_by_key_whether_it_comes_by_get_or_post()
    {
        using var form = new FormUrlEncodedContent([new("queries", Batch)]);
        using var posted = await services.ResolverHttp.PostAsync(new Uri("/reconcile", UriKind.Relative), form);
        var byPost = await posted.Content.ReadFromJsonAsync<JsonElement>();
        var byGet = await GetAsync("/reconcile?queries=" + Uri.EscapeDataString(Batch));
        Assert.Equal(byPost.GetRawText(), byGet.GetRawText());

        var zelensky = byPost.GetProperty("q0").GetProperty("result")[0];
        Assert.Equal("Q3874799", zelensky.GetProperty("id").GetString());
        Assert.Equal("ENTITY_TYPE_PERSON", zelensky.GetProperty("type")[0].GetProperty("id").GetString());
        Assert.InRange(zelensky.GetProperty("score").GetDouble(), 1, 100);
        Assert.Equal(0, byPost.GetProperty("q2").GetProperty("result").GetArrayLength());
    }

    [Fact]
    public async Task A_name_that_two_entities_bear_is_no_match()
    {
        var answer = await GetAsync("/reconcile?queries=" + Uri.EscapeDataString(Batch));
        var georgias = answer.GetProperty("q1").GetProperty("result");
        Assert.True(georgias.GetArrayLength() >= 2);
        Assert.All(georgias.EnumerateArray(), georgia => Assert.False(georgia.GetProperty("match").GetBoolean()));
    }

    [Theory]
    [InlineData("{", "queries")]
    [InlineData("[]", "queries")]
    [InlineData("{\"a\":1}", "queries.a")]
    [InlineData("{\"a\":{}}", "queries.a.query")]
    [InlineData("{\"a\":{\"query\":\" \"}}", "queries.a.query")]
    [InlineData("{\"a\":{\"query\":\"x\",\"limit\":0}}", "queries.a.limit")]
    [InlineData("{\"a\":{\"query\":\"x\",\"limit\":\"3\"}}", "queries.a.limit")]
    [InlineData("{\"a\":{\"query\":\"x\",\"type\":\"Q5\"}}", "queries.a.type")]
    public async Task A_wrong_batch_is_refused_naming_the_field(string queries, string field)
    {
        using var answer = await services.ResolverHttp.GetAsync(new Uri("/reconcile?queries=" + Uri.EscapeDataString(queries), UriKind.Relative));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(field, await HttpErrors.FieldAsync(answer));
    }

    [Fact]
    public async Task A_batch_over_the_limit_is_refused()
    {
        var queries = JsonSerializer.Serialize(Enumerable.Range(0, 1_001).ToDictionary(i => $"q{i}", _ => new { query = "x" }));
        using var form = new FormUrlEncodedContent([new("queries", queries)]);
        using var answer = await services.ResolverHttp.PostAsync(new Uri("/reconcile", UriKind.Relative), form);
        Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
    }

    [Fact]
    public async Task Entities_and_types_are_suggested_and_entities_previewed()
    {
        var entities = await GetAsync("/reconcile/suggest/entity?prefix=Merkel");
        Assert.Equal("Q567", entities.GetProperty("result")[0].GetProperty("id").GetString());
        var types = await GetAsync("/reconcile/suggest/type?prefix=per");
        Assert.Equal("ENTITY_TYPE_PERSON", Assert.Single(types.GetProperty("result").EnumerateArray()).GetProperty("id").GetString());
        var preview = await services.ResolverHttp.GetStringAsync(new Uri("/reconcile/preview?id=Q567", UriKind.Relative));
        Assert.Contains("<h1>Angela Merkel</h1>", preview, StringComparison.Ordinal);
        using var unknown = await services.ResolverHttp.GetAsync(new Uri("/reconcile/preview?id=Q999999999", UriKind.Relative));
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
        using var empty = await services.ResolverHttp.GetAsync(new Uri("/reconcile/suggest/entity", UriKind.Relative));
        Assert.Equal("prefix", await HttpErrors.FieldAsync(empty));
    }

    [Theory]
    [InlineData("http://127.0.0.1:3333", true)]
    [InlineData("https://elsewhere.example", false)]
    public async Task Only_known_origins_may_read_from_a_page(string origin, bool isAllowed)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/reconcile");
        request.Headers.Add("Origin", origin);
        using var answer = await services.ResolverHttp.SendAsync(request);
        Assert.Equal(isAllowed, answer.Headers.Contains("Access-Control-Allow-Origin"));
    }

    private Task<JsonElement> GetAsync(string path) => services.ResolverHttp.GetFromJsonAsync<JsonElement>(path);
}
