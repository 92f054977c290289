using System.CommandLine;
using EntityRes.Cli.Shell;

namespace EntityRes.Services.Tests.Shell;

/// <summary>Every command shows examples, and each is a call that the program takes.</summary>
public class HelpTests
{
    public static TheoryData<string> Commands => [.. Leaves(CommandTree.Create(), "")];

    [Theory]
    [MemberData(nameof(Commands))]
    public void A_command_has_examples_of_itself_that_parse(string command)
    {
        var examples = Examples.Of(command);
        Assert.NotEmpty(examples);
        foreach (var example in examples)
        {
            Assert.StartsWith($"entityres {command} ", example + " ", StringComparison.Ordinal);
            var call = example["entityres ".Length..].Split('>', '<')[0]; // what the shell does with files is not ours
            Assert.Empty(CommandTree.Create().Parse(call).Errors);
        }
    }

    [Fact]
    public async Task Help_ends_with_the_examples()
    {
        var help = await CommandLine.RunAsync("entity", "get", "--help");
        Assert.Equal((0, ""), (help.ExitCode, help.Error));
        Assert.EndsWith("Examples:\n  entityres entity get Q567\n  entityres entity get Q567 --history --format json", help.Output.ReplaceLineEndings("\n").TrimEnd(), StringComparison.Ordinal);
    }

    private static IEnumerable<string> Leaves(Command command, string path) =>
        command.Subcommands.Count == 0
            ? [path] : command.Subcommands.SelectMany(below => Leaves(below, $"{path} {below.Name}".Trim()));
}
