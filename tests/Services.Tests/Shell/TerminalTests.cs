using EntityRes.Services.Tests.Samples;
using EntityRes.TestKit;

namespace EntityRes.Services.Tests.Shell;

/// <summary>Colours and progress are for terminals.</summary>
public class TerminalTests
{
    private const string Escape = "\u001b[";
    private static readonly Dictionary<string, string> Colourful = new() { ["TERM"] = "xterm-256color", ["GITHUB_ACTIONS"] = "true" };

    private static readonly string[] Files = ["seeds/articles/prague-treaty.txt", "seeds/articles/vilnius-summit.txt"];

    private static string Program => Path.Combine(AppContext.BaseDirectory, "entityres.dll");

    [Fact]
    public async Task A_pipe_gets_no_colours_and_no_progress()
    {
        var ran = await Ran.OfAsync("", Colourful, "dotnet", [Program, "annotate", .. Files]);
        Assert.Equal((0, ""), (ran.ExitCode, ran.Error));
        Assert.DoesNotContain(Escape, ran.Output, StringComparison.Ordinal);
        Assert.Contains("[Barack Obama PER]", ran.Output, StringComparison.Ordinal);
    }

    [CommandFact("script")]
    public async Task A_terminal_gets_colours()
    {
        var ran = await OnTerminalAsync($"annotate {Files[0]}");
        Assert.Contains(Escape, ran.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("[Barack Obama PER]", ran.Output, StringComparison.Ordinal);
    }

    [CommandFact("script")]
    public async Task A_terminal_sees_how_far_many_files_are_when_the_answers_go_elsewhere()
    {
        Assert.Contains("2 of 2", (await OnTerminalAsync($"annotate {Files[0]} {Files[1]} --format jsonl > /dev/null")).Output, StringComparison.Ordinal);
        Assert.DoesNotContain(" of 1", (await OnTerminalAsync($"annotate {Files[0]} --format jsonl > /dev/null")).Output, StringComparison.Ordinal);
    }

    private static async Task<Ran> OnTerminalAsync(string arguments)
    {
        var ran = await Ran.OfAsync("", Colourful, "script", "-qec", $"dotnet '{Program}' {arguments}", "/dev/null");
        Assert.Equal(0, ran.ExitCode);
        return ran;
    }
}
