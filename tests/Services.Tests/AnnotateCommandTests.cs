using EntityRes.V1;

namespace EntityRes.Services.Tests;

public class AnnotateCommandTests
{
    private const string Article = "seeds/articles/prague-treaty.txt";

    [Fact]
    public async Task A_table_shows_the_marked_text_and_the_entities()
    {
        var result = await CommandLine.RunAsync("annotate", Article);
        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.Contains("[Barack Obama PER]", result.Output, StringComparison.Ordinal);
        Assert.Contains("Q23530", result.Output, StringComparison.Ordinal);
        Assert.Contains("document date 2010-04-08", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_command_of_the_README_reads_paths_from_where_it_is_called()
    {
        var result = await CommandLine.RunAsReadmeSaysAsync("annotate", Article);
        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.Contains("[Barack Obama PER]", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_is_the_response_of_the_contract()
    {
        var result = await CommandLine.RunAsync("annotate", Article, "--format", "json");
        var response = AnnotateResponse.Parser.ParseJson(result.Output);
        Assert.Equal(Article, response.DocumentId);
        Assert.Equal("2010-04-08", response.DocumentDate.Value);
        Assert.Contains("Q76", response.Entities.Select(entity => entity.Id));
    }

    [Fact]
    public async Task Jsonl_reads_documents_by_line_and_answers_by_line()
    {
        const string Input =
            """
            {"id":"a","text":"The Russian leader spoke.","documentDate":"2010-09-04"}
            {"id":"b","text":"The Russian leader spoke."}

            """;
        var result = await CommandLine.RunAsync(Input, ["annotate", "-", "--format", "jsonl", "--date", "2025-09-04"]);
        var answers = result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(AnnotateResponse.Parser.ParseJson).ToDictionary(answer => answer.DocumentId);
        Assert.Contains("Q23530", answers["a"].Entities.Select(entity => entity.Id));
        Assert.Contains("Q7747", answers["b"].Entities.Select(entity => entity.Id));
    }

    [Fact]
    public async Task Html_escapes_what_the_text_contains()
    {
        var result = await CommandLine.RunAsync(
            "<script>alert(1)</script> Angela Merkel & others.", ["annotate", "--format", "html"]);
        Assert.DoesNotContain("<script", result.Output, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("title=\"Angela Merkel · Q567\">Angela Merkel</a>", result.Output, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt; ", result.Output, StringComparison.Ordinal);
        Assert.Contains(" &amp; others.</div>", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Html_nests_marks_and_names_no_file_of_elsewhere()
    {
        var result = await CommandLine.RunAsync("The German chancellor spoke.", ["annotate", "--format", "html", "--date", "2015-03-01"]);
        Assert.Matches("<a class=\"mark PER e\\d\"[^>]*title=\"Angela Merkel · Q567\">The </a><span class=\"mark PER [^>]*><a class=\"mark GRP [^>]*>German</a></span>", result.Output);
        Assert.Matches("<tr id=\"e\\d\"><td><span class=\"dot e\\d\"></span> Angela Merkel<small>", result.Output);
        Assert.DoesNotMatch("<(script|link|img|iframe)|@import|url\\(", result.Output);
    }

    [Fact]
    public async Task Two_runs_print_the_same()
    {
        var first = await CommandLine.RunAsync("annotate", Article, "--format", "json");
        var second = await CommandLine.RunAsync("annotate", Article, "--format", "json");
        Assert.Equal(first.Output, second.Output);
    }

    [Theory]
    [InlineData(2, "--date", "annotate", Article, "--date", "yesterday")]
    [InlineData(2, "--format", "annotate", Article, "--format", "xml")]
    [InlineData(2, "jsonl", "annotate", Article, Article, "--format", "json")]
    [InlineData(2, "frobnicate", "frobnicate")]
    [InlineData(1, "no-such-file.txt", "annotate", "no-such-file.txt")]
    public async Task Failures_have_an_exit_code_and_a_line_that_names_the_cause(int exitCode, string named, params string[] args)
    {
        var result = await CommandLine.RunAsync(args);
        Assert.Equal(exitCode, result.ExitCode);
        Assert.Contains(named, result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"id\":\"a\",\"text\":\"x\"}\n{\"id\":}\n", "-:2")]
    [InlineData("{\"id\":\"a\",\"text\":\"x\",\"documentDate\":\"never\"}\n", "-:1")]
    public async Task A_wrong_line_is_named(string input, string place)
    {
        var result = await CommandLine.RunAsync(input, ["annotate", "--format", "jsonl"]);
        Assert.Equal(1, result.ExitCode);
        Assert.StartsWith(place, result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_not_utf8_is_refused()
    {
        var file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.txt");
        await File.WriteAllBytesAsync(file, [0x41, 0xFF, 0x42]);
        try
        {
            var result = await CommandLine.RunAsync("annotate", file);
            Assert.Equal(1, result.ExitCode);
            Assert.Contains("not UTF-8", result.Error, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
