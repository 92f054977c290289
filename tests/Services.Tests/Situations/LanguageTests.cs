using System.Net;
using EntityRes.V1;
using Google.Protobuf;

namespace EntityRes.Services.Tests.Situations;

/// <summary>A language that is not supported is no error: answered best-effort, with a typed warning.</summary>
[Collection(RunningServicesGroup.Name)]
public class LanguageTests(RunningServices services)
{
    [Theory]
    [InlineData("de", 1)]
    [InlineData("de-AT", 1)]
    [InlineData("no language at all", 1)]
    [InlineData("en-GB", 0)]
    [InlineData("EN", 0)]
    [InlineData("", 0)]
    public async Task Another_language_is_answered_with_a_warning(string language, int warnings)
    {
        var request = new AnnotateRequest { Document = new Document { Text = "Angela Merkel besuchte Paris.", Language = language } };
        var answer = await new ResolutionService.ResolutionServiceClient(services.Resolver).AnnotateAsync(request);
        Assert.NotEmpty(answer.Mentions);
        Assert.Equal(warnings, answer.Warnings.Count(warning =>
            warning is { Code: WarningCode.LanguageNotSupported, Field: "document.language" }));
        using var json = await services.ResolverHttp.PostJsonAsync("/v1/annotate", JsonFormatter.Default.Format(request));
        Assert.Equal(HttpStatusCode.OK, json.StatusCode);
        Assert.Equal(answer, AnnotateResponse.Parser.ParseJson(await json.Content.ReadAsStringAsync()));
    }
}
