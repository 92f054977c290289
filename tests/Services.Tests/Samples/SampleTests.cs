using EntityRes.TestKit;

namespace EntityRes.Services.Tests.Samples;

/// <summary>The samples of docs/samples: each prints the same, and says what is wrong with a request.</summary>
[Collection(RunningServicesGroup.Name)]
public class SampleTests(RunningServices services)
{
    private const string Text = "The Russian leader met Angela Merkel.\nVladimir Putin spoke.\n";
    private const string Answer = "Q159\tRussia\nQ567\tAngela Merkel\nQ23530\tDmitry Medvedev\nQ7747\tVladimir Putin\nline 1\t3\nline 2\t1\n";

    [Fact]
    public async Task The_csharp_sample_runs() => await AssertRunsAsync("dotnet", Path.Combine(AppContext.BaseDirectory, "EntityRes.Sample.dll"));

    [PythonFact]
    public async Task The_python_sample_runs() =>
        await AssertRunsAsync(PythonFactAttribute.Interpreter, RepositoryRoot.PathOf("docs", "samples", "python", "annotate.py"));

    [NodeFact]
    public async Task The_node_sample_runs() => await AssertRunsAsync("node", RepositoryRoot.PathOf("docs", "samples", "node", "annotate.js"));

    private async Task AssertRunsAsync(string program, string script)
    {
        var ran = await Ran.OfAsync(Text, new Dictionary<string, string>(), program, script, services.Resolver.Target, "2010-09-04");
        Assert.Equal(new Ran(0, Answer, ""), ran);
        var refused = await Ran.OfAsync(Text, new Dictionary<string, string>(), program, script, services.Resolver.Target, "yesterday");
        Assert.Equal((1, ""), (refused.ExitCode, refused.Output));
        Assert.Contains("document.document_date: is not a date", refused.Error, StringComparison.Ordinal);
    }
}
