using EntityRes.V1;

namespace EntityRes.Services.Tests;

/// <summary><c>entity</c> against resolvers as <c>serve</c> runs them, with and without a token.</summary>
public class EntityCommandTests
{
    private const string Token = "a-token-of-this-test";

    [Fact]
    public async Task Entities_are_found_shown_renamed_and_merged()
    {
        using var served = await ServedProcess.StartAsync();
        string[] address = ["--address", served.Resolver.OriginalString];
        var found = await CommandLine.RunAsync(["entity", "search", "Selenskyj", "--limit", "1", .. address]);
        Assert.Equal((0, ""), (found.ExitCode, found.Error));
        Assert.Contains("Q3874799", found.Output, StringComparison.Ordinal);

        var renamed = await CommandLine.RunAsync(["entity", "add-alias", "Q567", "Mutti", "--author", "ann", "--format", "json", .. address]);
        Assert.Contains("Mutti", Entity.Parser.ParseJson(renamed.Output).Aliases);
        var results = await CommandLine.RunAsync(["entity", "search", "Mutti", "--format", "json", .. address]);
        Assert.Equal("Q567", SearchEntitiesResponse.Parser.ParseJson(results.Output).Results[0].Entity.Id);

        var minted = await new CatalogueService.CatalogueServiceClient(served.Channel).UpsertEntityAsync(
            new UpsertEntityRequest { Entity = new Entity { Name = "Angie M.", Type = EntityType.Person }, Author = "ann" });
        var merged = await CommandLine.RunAsync(["entity", "merge", minted.Id, "Q567", "--author", "bob", "--reason", "the same", .. address]);
        Assert.Equal((0, ""), (merged.ExitCode, merged.Error));
        var shown = await CommandLine.RunAsync(["entity", "get", minted.Id, "--history", .. address]);
        Assert.Matches("(?s)Q567.*Angela Merkel.*Merged from.*" + minted.Id + ".*bob the same", shown.Output);
    }

    [Fact]
    public async Task Changes_need_the_token_where_there_is_one()
    {
        using var served = await ServedProcess.StartAsync(("ENTITYRES_ADMIN_TOKEN", Token));
        string[] change = ["entity", "add-alias", "Q567", "Mutti", "--address", served.Resolver.OriginalString];
        var refused = await CommandLine.RunAsync(change);
        Assert.Equal(1, refused.ExitCode);
        Assert.Contains("Bearer", refused.Error, StringComparison.Ordinal);
        Assert.Equal(0, (await CommandLine.RunAsync([.. change, "--token", Token])).ExitCode);
    }

    [Theory]
    [InlineData(1, "http://127.0.0.1:1", "entity", "get", "Q567", "--address", "http://127.0.0.1:1")]
    [InlineData(2, "--address", "entity", "get", "Q567", "--address", "nowhere")]
    [InlineData(2, "--address", "entity", "get", "Q567", "--address", "ftp://127.0.0.1")]
    [InlineData(2, "--limit", "entity", "search", "Merkel", "--limit", "0")]
    [InlineData(2, "merge", "entity", "merge", "Q567")]
    public async Task Failures_have_an_exit_code_and_a_line_that_names_the_cause(int exitCode, string named, params string[] args)
    {
        var result = await CommandLine.RunAsync(args);
        Assert.Equal((exitCode, ""), (result.ExitCode, result.Output));
        Assert.Contains(named, result.Error, StringComparison.Ordinal);
    }
}
