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

    [Fact]
    public async Task Clusters_over_documents_are_compared_with_equal_strings()
    {
        const string Corpus =
            "1_1ecb\t0\t0\tYesterday\t-\n1_1ecb\t0\t1\tDr.\tH1\n1_1ecb\t0\t2\tJane\tH1\n1_1ecb\t0\t3\tQuibblesby\tH1\n1_1ecb\t0\t4\tspoke\t-\n1_1ecb\t0\t5\t.\t-\n"
            + "\n1_2ecb\t0\t0\tThen\t-\n1_2ecb\t0\t1\tJane\tH1\n1_2ecb\t0\t2\tQuibblesby\tH1\n1_2ecb\t0\t3\tand\t-\n1_2ecb\t0\t4\tpolice\tH2\n1_2ecb\t0\t5\tleft\t-\n";
        static string Mention(string document, string tokens, string kind = "HUM", string chain = "H1") =>
            $$"""{"coref_chain":"{{chain}}","doc_id":"{{document}}","is_continuous":true,"mention_type":"{{kind}}","sent_id":0,"tokens_number":[{{tokens}}]}""";
        var folder = Directory.CreateTempSubdirectory();
        var mentions = Path.Combine(folder.FullName, "Tiny_Entity_gold_mentions.json");
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "Tiny_corpus.txt"), Corpus);
        await File.WriteAllTextAsync(mentions, $"[{Mention("1_1ecb", "1,2,3")},{Mention("1_2ecb", "1,2")},{Mention("1_2ecb", "4", chain: "H2")},{Mention("1_1ecb", "0", "TIM", "T1")}]");
        var result = await CommandLine.RunAsync("evaluate", "crossdoc", mentions, "--contexts");
        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.Contains("Tiny: 2 documents, 2 named mentions, 1 entities, 1 of them in more than one document", result.Output, StringComparison.Ordinal);
        Assert.Contains("ids       B3 P 1.0000  R 1.0000  F1 1.0000  (2 mentions)", result.Output, StringComparison.Ordinal);
        Assert.Contains("strings   B3 P 1.0000  R 0.5000", result.Output, StringComparison.Ordinal);
        await File.WriteAllTextAsync(mentions, $"[{Mention("1_9ecb", "1")}]");
        var wrong = await CommandLine.RunAsync("evaluate", "crossdoc", mentions);
        Assert.Equal(1, wrong.ExitCode);
        Assert.Contains("doc_id: the corpus has no sentence 0 of 1_9ecb", wrong.Error, StringComparison.Ordinal);
        folder.Delete(recursive: true);
    }

    [Theory]
    [InlineData(1, "README.md", "evaluate", "crossdoc", "README.md")]
    [InlineData(1, "--text", "evaluate", "crossdoc", "no-such.tsv")]
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
