namespace EntityRes.Services.Tests;

public class EvaluateCommandTests
{
    private const string Gold =
        """
        {"id":"a","text":"😀 Angela Merkel spoke in Zurich.","eval_span":[0,32],"gold":[{"label_id":0,"start":2,"end":15,"kb_id":"Q567","type":"Q5","mention_type":"ENTITY_NAMED","required":true}]}

        """;

    [Fact]
    public async Task Links_are_compared_side_by_side_and_written_in_code_points()
    {
        var folder = Directory.CreateTempSubdirectory();
        string gold = Path.Combine(folder.FullName, "gold.jsonl"), own = Path.Combine(folder.FullName, "own.jsonl");
        await File.WriteAllTextAsync(gold, Gold);
        var first = await CommandLine.RunAsync("evaluate", "linking", gold, "--out", own, "--restrict");
        Assert.Equal((0, ""), (first.ExitCode, first.Error));
        Assert.Contains("""{"start":2,"end":15,"qid":"Q567","cid":"Q567"}""", await File.ReadAllTextAsync(own), StringComparison.Ordinal);
        var second = await CommandLine.RunAsync("evaluate", "linking", gold, "--pred", own);
        var rows = second.Output.Split('\n').Where(line => line.StartsWith("| entityres |", StringComparison.Ordinal) || line.StartsWith("| own.jsonl |", StringComparison.Ordinal)).ToList();
        Assert.Equal(rows[0].Replace("entityres", "own.jsonl", StringComparison.Ordinal), rows[1]);
        folder.Delete(recursive: true);
    }

    [Theory]
    [InlineData(2, "coref", "evaluate", "coref")]
    [InlineData(1, "LICENSE", "evaluate", "ner", "LICENSE")]
    [InlineData(1, "no-such.jsonl", "evaluate", "dates", "no-such.jsonl")]
    [InlineData(1, "README.md:1: ", "evaluate", "coref", "README.md")]
    [InlineData(1, "README.md:1: ", "evaluate", "linking", "README.md")]
    public async Task Failures_have_an_exit_code_and_name_the_cause(int exitCode, string named, params string[] args)
    {
        var result = await CommandLine.RunAsync(args);
        Assert.Equal(exitCode, result.ExitCode);
        Assert.Contains(named, result.Error, StringComparison.Ordinal);
    }
}
