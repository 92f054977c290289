using Spectre.Console;

namespace EntityRes.Cli;

/// <summary>Where people read: colours and moving bars on a terminal only, plain text of a fixed width anywhere else.</summary>
internal static class Terminal
{
    private const int PlainWidth = 120; // characters, where the output is no terminal

    /// <summary>Standard output, or a writer in its place.</summary>
    internal static IAnsiConsole Output(TextWriter output) => Create(output, !Console.IsOutputRedirected);

    /// <summary>Standard error.</summary>
    internal static IAnsiConsole Error() => Create(Console.Error, !Console.IsErrorRedirected);

    /// <summary>A text whose control characters cannot steer the terminal.</summary>
    internal static string Printable(string text) =>
        string.Concat(text.Select(c => char.IsControl(c) && c is not ('\n' or '\t') ? '\uFFFD' : c));

    private static IAnsiConsole Create(TextWriter writer, bool isTerminal)
    {
        // Nothing but this terminal counts: Spectre's own look at the environment turns colours on for some build servers, and bars on
        // standard error off when standard output goes elsewhere.
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(writer),
            Ansi = isTerminal ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = isTerminal ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = isTerminal ? InteractionSupport.Yes : InteractionSupport.No,
            Enrichment = new ProfileEnrichment { UseDefaultEnrichers = isTerminal },
        });
        if (!isTerminal)
            console.Profile.Width = PlainWidth;
        return console;
    }
}
