using EntityRes.V1;
using Google.Protobuf;

namespace EntityRes.Services.Tests;

/// <summary>
/// Whole articles → stable JSON in <c>tests/Golden</c>, without what changes with every model (versions, probabilities).
/// <c>UPDATE_GOLDEN=1</c> rewrites the files; the reviewer reads the diff.
/// </summary>
[Collection(RunningServicesGroup.Name)]
public class GoldenTests(RunningServices services)
{
    private static readonly JsonFormatter Formatter = new(JsonFormatter.Settings.Default.WithIndentation());

    public static TheoryData<string> Articles =>
        [.. Directory.GetFiles(RepositoryRoot.PathOf("seeds", "articles"), "*.txt")
            .Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Articles))]
    public async Task An_article_is_answered_as_before(string article)
    {
        var text = await File.ReadAllTextAsync(RepositoryRoot.PathOf("seeds", "articles", $"{article}.txt"));
        var client = new ResolutionService.ResolutionServiceClient(services.Resolver);
        var response = await client.AnnotateAsync(new AnnotateRequest { Document = new Document { Id = article, Text = text } });
        var found = Formatter.Format(WithoutWhatModelsChange(response)) + "\n";

        var file = RepositoryRoot.PathOf("tests", "Golden", $"{article}.expected.json");
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
            await File.WriteAllTextAsync(file, found);
        Assert.Equal(await File.ReadAllTextAsync(file), found);
    }

    private static AnnotateResponse WithoutWhatModelsChange(AnnotateResponse response)
    {
        response.Versions = null;
        foreach (var mention in response.Mentions)
            mention.Confidence = 0;
        foreach (var resolution in response.Resolutions)
            resolution.Confidence = 0;
        foreach (var entity in response.Entities)
        {
            entity.Salience = 0;
            entity.Aliases.Clear();
        }

        return response;
    }
}
