using System.CommandLine;
using EntityRes.Import.Importing;
using EntityRes.Text;
using Spectre.Console;

namespace EntityRes.Cli;

/// <summary><c>import FORMAT FILE… --out FILE</c>: dumps of other sources → a compiled catalogue.</summary>
internal static class ImportCommand
{
    internal static Command Create()
    {
        var format = new Argument<string>("FORMAT") { Description = "wikidata (JSON dump), ror, ftm (FollowTheMoney JSON lines), jsonl (our own) or curated (folder of text files)." };
        format.AcceptOnlyFromAmong([.. ImportInput.Formats]);
        var files = new Argument<string[]>("FILE") { Description = "Files, plain, .gz or .bz2.", Arity = ArgumentArity.OneOrMore };
        var others = new Option<string[]>("--with") { Description = "Another source as FORMAT:FILE, weaker than those before it; may be repeated. Things that share an id are joined." };
        var output = new Option<string>("--out") { Description = "The catalogue to write.", Required = true };
        var name = new Option<string>("--name") { Description = "Name of the catalogue.", DefaultValueFactory = _ => "imported" };
        var date = new Option<string?>("--date") { Description = "Until when its facts are kept: 2026-06-30, 2026-06 or 2026." };
        var command = new Command("import", "Makes a catalogue from other sources; goes on where it was stopped.") { format, files, others, output, name, date };
        command.SetAction((parsed, cancellationToken) => Task.FromResult(Run(
            [.. parsed.GetRequiredValue(files).Select(file => new ImportInput(parsed.GetRequiredValue(format), file)), .. (parsed.GetValue(others) ?? []).Select(ParseInput)],
            parsed.GetRequiredValue(output), parsed.GetRequiredValue(name), ParseDate(parsed.GetValue(date)), cancellationToken)));
        return command;
    }

    private static int Run(ImportInput[] inputs, string output, string name, PartialDate? date, CancellationToken cancellationToken)
    {
        foreach (var input in inputs.Where(input => !File.Exists(input.Path) && !Directory.Exists(input.Path)))
            throw new UsageException($"{input.Path}: no such file");
        var console = Terminal.Error();
        try
        {
            var result = console.Progress()
                .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
                .Start(context => CatalogueImport.Run(name, date, inputs, output, new ImportProgressBars(context).Report, cancellationToken));
            Tell(console, result, output);
            return 0;
        }
        catch (OperationCanceledException)
        {
            console.MarkupLineInterpolated($"stopped; the same command goes on from here");
            return 1;
        }
    }

    private static void Tell(IAnsiConsole console, ImportResult result, string output)
    {
        console.MarkupLineInterpolated($"{result.Records} records, {result.Entities} entities in {output}, {new FileInfo(output).Length} bytes");
        if (result.Untyped > 0)
            console.MarkupLineInterpolated($"{result.Untyped} left out: no name, or of no known class");
        if (result.Bad == 0)
            return;
        console.MarkupLineInterpolated($"[yellow]{result.Bad} bad records left out, listed in {output}.bad.txt:[/]");
        foreach (var bad in result.FirstBad)
            console.WriteLine("  " + bad);
    }

    private static ImportInput ParseInput(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && ImportInput.Formats.Contains(text[..colon])
            ? new ImportInput(text[..colon], text[(colon + 1)..])
            : throw new UsageException($"--with: '{text}' is not of the form FORMAT:FILE, FORMAT one of {string.Join(", ", ImportInput.Formats)}");
    }

    private static PartialDate? ParseDate(string? text) =>
        text is null ? null : PartialDate.TryParse(text, out var date) ? date : throw new UsageException($"--date: '{text}' is not a date of the form 2026-06-30, 2026-06 or 2026");
}
