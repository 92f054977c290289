using EntityRes.Services.Tests.Samples;
using EntityRes.TestKit;

namespace EntityRes.Services.Tests.Shell;

/// <summary>The scripts of <c>completion</c>, in the shells that are there.</summary>
public class CompletionTests
{
    // Defines the command as the program under test, loads the script, and asks as the shell does when a line ends in Tab.
    private const string AskBash =
        """
        entityres() { dotnet "$PROGRAM" "$@"; }
        source <(entityres completion bash)
        COMP_LINE=$1 COMP_POINT=${#1}; read -ra COMP_WORDS <<< "$1"; [[ $1 == *' ' ]] && COMP_WORDS+=("")
        COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
        _entityres; printf '%s\n' "${COMPREPLY[@]}"
        """;

    [CommandFact("bash")]
    public async Task Bash_completes_commands_options_and_values()
    {
        Assert.Equal("annotate\n", await CompleteAsync("entityres ann"));
        Assert.Equal("add-alias\nget\nmerge\nsearch\n", await CompleteAsync("entityres entity ", without: "-"));
        Assert.Equal("--format\n", await CompleteAsync("entityres annotate --f"));
        Assert.Equal("Json\nJsonl\n", await CompleteAsync("entityres annotate x.txt --format J"));
        Assert.Equal("", (await CompleteAsync("entityres annotate nothing-is-called-so")).Trim());
    }

    [CommandFact("zsh")]
    public async Task Zsh_takes_its_script()
    {
        var script = await CommandLine.RunAsync("completion", "zsh");
        var ran = await Ran.OfAsync("zsh", "-c", $"compdef() {{ :; }}\n{script.Output}\nwhence -w _entityres");
        Assert.Equal(new Ran(0, "_entityres: function\n", ""), ran);
    }

    [Theory]
    [InlineData("bash", "complete -o bashdefault -o default -F _entityres entityres")]
    [InlineData("zsh", "compdef _entityres entityres")]
    [InlineData("pwsh", "Register-ArgumentCompleter -Native -CommandName entityres")]
    public async Task Each_shell_has_a_script_that_asks_the_program(string shell, string registration)
    {
        var script = await CommandLine.RunAsync("completion", shell);
        Assert.Equal((0, ""), (script.ExitCode, script.Error));
        Assert.Contains(registration, script.Output, StringComparison.Ordinal);
        Assert.Contains("entityres \"[suggest:", script.Output, StringComparison.Ordinal);
    }

    private static async Task<string> CompleteAsync(string line, string without = "\0")
    {
        var program = Path.Combine(AppContext.BaseDirectory, "entityres.dll");
        var ran = await Ran.OfAsync("", new Dictionary<string, string> { ["PROGRAM"] = program }, "bash", "-c", AskBash, "bash", line);
        Assert.Equal((0, ""), (ran.ExitCode, ran.Error));
        return string.Concat(ran.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Where(found => !found.StartsWith(without, StringComparison.Ordinal) && !found.StartsWith('/') && found != "-?")
            .Select(found => found + "\n"));
    }
}
