using System.Net;
using System.Net.Http.Headers;

namespace EntityRes.Playground.Tests;

/// <summary>What the routes answer, without a browser.</summary>
[Collection(PlaygroundGroup.Name)]
public sealed class PlaygroundFilesTests(RunningPlayground playground) : IDisposable
{
    private readonly HttpClient _http = new() { BaseAddress = playground.Address };

    [Theory]
    [InlineData("/", "text/html")]
    [InlineData("/playground/app.js", "text/javascript")]
    [InlineData("/playground/marks.css", "text/css")]
    [InlineData("/playground/icon.svg", "image/svg+xml")]
    [InlineData("/playground/samples/prague-treaty.txt", "text/plain")]
    public async Task A_file_has_its_type_and_a_policy_that_lets_nothing_in(string path, string type)
    {
        using var answer = await _http.GetAsync(new Uri(path, UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(type, answer.Content.Headers.ContentType!.MediaType);
        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.StartsWith("default-src 'none'; script-src 'self';", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
    }

    [Fact]
    public async Task A_known_file_is_not_sent_again()
    {
        using var first = await _http.GetAsync(new Uri("/playground/app.js", UriKind.Relative));
        using var request = new HttpRequestMessage(HttpMethod.Get, "/playground/app.js");
        request.Headers.IfNoneMatch.Add(EntityTagHeaderValue.Parse(first.Headers.ETag!.ToString()));
        using var second = await _http.SendAsync(request);
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
    }

    [Theory]
    [InlineData("/playground/nothing.js")]
    [InlineData("/playground/..%2fappsettings.json")]
    [InlineData("/playground/samples/")]
    public async Task Any_other_path_is_answered_404(string path)
    {
        using var answer = await _http.GetAsync(new Uri(path, UriKind.Relative));
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    public void Dispose() => _http.Dispose();
}
