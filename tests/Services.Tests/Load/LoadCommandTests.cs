using System.Globalization;

namespace EntityRes.Services.Tests.Load;

[Collection(RunningServicesGroup.Name)]
public class LoadCommandTests(RunningServices services)
{
    private string Extractor => $"http://{services.Extractor.Target}";

    private string Resolver => $"http://{services.Resolver.Target}";

    [Theory]
    [InlineData("0")]
    [InlineData("50")]
    public async Task Load_measures_every_call_without_errors(string rate)
    {
        var result = await CommandLine.RunAsync(
            "load", "--extractor", Extractor, "--resolver", Resolver, "--seconds", "0.5", "--warm-up", "0", "--callers", "2", "--rate", rate);
        Assert.Equal(0, result.ExitCode);
        var rows = result.Output.Split('\n').Where(line => line.StartsWith("| ", StringComparison.Ordinal)).Skip(1)
            .Select(line => line.Split('|').Select(cell => cell.Trim()).ToArray()).ToList();
        Assert.Equal(["extract", "annotate", "resolve", "resolve-minted"], rows.Select(row => row[1]));
        Assert.All(rows, row => Assert.Equal("0", row[9]));
        Assert.All(rows, row => Assert.True(double.Parse(row[3], NumberStyles.Any, CultureInfo.InvariantCulture) > 0));
    }

    [Fact]
    public async Task The_echo_of_serve_is_measured_beside_the_services()
    {
        using var process = CommandLine.Start(
            "serve", "--extractor-port", "0", "--extractor-http-port", "0", "--resolver-port", "0", "--resolver-http-port", "0",
            "--echo-port", "0");
        try
        {
            const string Line = "echo       gRPC ";
            string? line;
            do
                line = await process.StandardOutput.ReadLineAsync();
            while (line is not null && !line.StartsWith(Line, StringComparison.Ordinal));
            Assert.NotNull(line);
            var result = await CommandLine.RunAsync(
                "load", "resolve", "--resolver", Resolver, "--echo", line[Line.Length..], "--seconds", "0.5", "--warm-up", "0", "--callers", "2");
            Assert.Equal(0, result.ExitCode);
            Assert.Contains("| its echo |", result.Output, StringComparison.Ordinal);
        }
        finally
        {
            process.Kill();
        }
    }

    [Fact]
    public async Task A_stream_is_measured_in_order()
    {
        var result = await CommandLine.RunAsync("load", "stream", "--resolver", Resolver, "--documents", "2000", "--words", "20");
        Assert.Equal(0, result.ExitCode);
        Assert.StartsWith("2000 answers in order, 0 errors, ", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mixed_load_counts_the_calls_of_each_rate_and_watches_the_memory()
    {
        var result = await CommandLine.RunAsync(
            "load", "mixed", "--extractor", Extractor, "--resolver", Resolver, "--rates", "annotate=5", "extract=5", "resolve=20",
            "--metrics", services.ExtractorHttp.BaseAddress!.ToString(), services.ResolverHttp.BaseAddress!.ToString(),
            "--minutes", "0.05", "--warm-up", "0", "--every", "0.5");
        Assert.Equal(0, result.ExitCode);
        var rows = result.Output.Split('\n').Where(line => line.StartsWith("| ", StringComparison.Ordinal))
            .Select(line => line.Split('|').Select(cell => cell.Trim()).ToArray()).ToList();
        var calls = rows.Skip(1).TakeWhile(row => row[1] != "s").ToList();
        Assert.Equal(["annotate", "extract", "resolve"], calls.Select(row => row[1]));
        Assert.All(calls, row => Assert.Equal("0", row[9]));
        var readings = rows.SkipWhile(row => row[1] != "s").Skip(1).ToList();
        Assert.True(readings.Count >= 2);
        Assert.All(readings, row => Assert.True(double.Parse(row[2], CultureInfo.InvariantCulture) > 10, row[2]));
        Assert.Equal(2, result.Output.Split("MB a minute").Length - 1);
    }

    [Theory]
    [InlineData("load", "mixed", "--rates", "resolve")]
    [InlineData("load", "mixed", "--rates", "echoes=1")]
    [InlineData("load", "--callers", "0")]
    [InlineData("load", "--resolver", "nowhere")]
    [InlineData("load", "echoes")]
    public async Task Wrong_usage_is_named(params string[] args)
    {
        var result = await CommandLine.RunAsync(args);
        Assert.Equal(2, result.ExitCode);
        Assert.NotEqual("", result.Error);
    }

    [Fact]
    public async Task A_service_that_is_not_there_is_a_failure() =>
        Assert.Equal(1, (await CommandLine.RunAsync("load", "resolve", "--resolver", "http://127.0.0.1:1")).ExitCode);
}
