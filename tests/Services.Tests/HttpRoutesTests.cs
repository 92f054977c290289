using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace EntityRes.Services.Tests;

[Collection(RunningServicesGroup.Name)]
public class HttpRoutesTests(RunningServices services)
{
    [Fact]
    public async Task Annotate_answers_json_with_default_values()
    {
        using var answer = await services.ResolverHttp.PostAsJsonAsync(
            "/v1/annotate", new { document = new { id = "d1", text = "Putin spoke.", documentDate = "2025-09-04" } });
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var json = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal("d1", json.GetProperty("documentId").GetString());
        Assert.Equal(0, json.GetProperty("mentions")[0].GetProperty("start").GetInt32());
        Assert.Equal("MENTION_KIND_NAMED", json.GetProperty("mentions")[0].GetProperty("kind").GetString());
        Assert.Equal("Q7747", json.GetProperty("resolutions")[0].GetProperty("entityId").GetString());
    }

    [Fact]
    public async Task Extract_resolve_get_and_search_have_routes()
    {
        using var extracted = await services.ExtractorHttp.PostAsJsonAsync("/v1/extract", new { document = new { text = "Putin spoke." } });
        Assert.Equal(HttpStatusCode.OK, extracted.StatusCode);
        using var resolved = await services.ResolverHttp.PostAsJsonAsync(
            "/v1/resolve", new { mentions = new[] { new { text = "Putin", type = "ENTITY_TYPE_PERSON" } } });
        Assert.Equal(HttpStatusCode.OK, resolved.StatusCode);
        var entity = await services.ResolverHttp.GetFromJsonAsync<JsonElement>("/v1/entities/Q7747");
        Assert.Equal("Vladimir Putin", entity.GetProperty("name").GetString());
        var found = await services.ResolverHttp.GetFromJsonAsync<JsonElement>("/v1/entities:search?q=Putin");
        Assert.Equal("Q7747", found.GetProperty("results")[0].GetProperty("entity").GetProperty("id").GetString());
    }

    [Theory]
    [InlineData("{\"document\":{\"text\":\"x\",\"documentDate\":\"never\"}}", HttpStatusCode.BadRequest)]
    [InlineData("{\"document\":", HttpStatusCode.BadRequest)]
    [InlineData("{}", HttpStatusCode.BadRequest)]
    public async Task A_wrong_request_is_answered_400(string body, HttpStatusCode status)
    {
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        using var answer = await services.ResolverHttp.PostAsync(new Uri("/v1/annotate", UriKind.Relative), content);
        Assert.Equal(status, answer.StatusCode);
    }

    [Fact]
    public async Task An_error_names_the_field_in_json_too()
    {
        using var answer = await services.ResolverHttp.PostAsJsonAsync("/v1/annotate", new { document = new { documentDate = "never" } });
        var json = await answer.Content.ReadFromJsonAsync<JsonElement>();
        var detail = json.GetProperty("details")[0];
        Assert.Equal("document.document_date", detail.GetProperty("fieldViolations")[0].GetProperty("field").GetString());
    }

    [Fact]
    public async Task An_unknown_entity_is_answered_404()
    {
        using var answer = await services.ResolverHttp.GetAsync(new Uri("/v1/entities/Q999999999", UriKind.Relative));
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Ready_says_which_catalogue_and_model()
    {
        var resolver = await services.ResolverHttp.GetFromJsonAsync<JsonElement>("/readyz");
        var catalogue = resolver.GetProperty("checks").GetProperty("catalogue");
        Assert.StartsWith("curated-", catalogue.GetProperty("version").GetString(), StringComparison.Ordinal);
        Assert.True(catalogue.GetProperty("entities").GetInt32() >= 6_000);
        Assert.True(catalogue.GetProperty("tenures").GetInt32() >= 2_500);
        var extractor = await services.ExtractorHttp.GetFromJsonAsync<JsonElement>("/readyz");
        Assert.NotEqual("", extractor.GetProperty("checks").GetProperty("model").GetProperty("version").GetString());
    }

    [Theory]
    [InlineData("/healthz")]
    [InlineData("/readyz")]
    public async Task Both_services_say_that_they_are_well(string route)
    {
        foreach (var http in new[] { services.ExtractorHttp, services.ResolverHttp })
        {
            using var answer = await http.GetAsync(new Uri(route, UriKind.Relative));
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }
    }
}
