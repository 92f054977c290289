using EntityRes.V1;
using Spectre.Console;

namespace EntityRes.Cli;

/// <summary>The text with its mentions coloured by type (bracketed where there are no colours), and a table of entities.</summary>
internal sealed class TableOutput : IOutputWriter
{
    private readonly IAnsiConsole _console;

    internal TableOutput(TextWriter output) => _console = Terminal.Output(output);

    public void Write(Document document, AnnotateResponse response)
    {
        _console.Write(MarkedText(document.Text, response));
        _console.WriteLine();
        _console.WriteLine();
        _console.Write(Entities(response));
        _console.MarkupLineInterpolated($"[grey]{DescribeDate(response.DocumentDate)} · model {response.Versions.Model} · catalogue {response.Versions.Catalogue}[/]");
        foreach (var warning in response.Warnings)
            _console.MarkupLineInterpolated($"[yellow]warning: {warning.Message}[/]");
    }

    private Paragraph MarkedText(string text, AnnotateResponse response)
    {
        var hasColours = _console.Profile.Capabilities is { Ansi: true, ColorSystem: not ColorSystem.NoColors };
        var paragraph = new Paragraph();
        foreach (var (piece, mention) in TextPieces.Cut(text.TrimEnd(), response.Mentions))
        {
            var shown = Terminal.Printable(piece);
            if (mention is null)
                paragraph.Append(shown);
            else if (hasColours)
                paragraph.Append(shown, StyleOf(mention));
            else
                paragraph.Append($"[{shown} {EntityRow.ShortType(mention.Type)}]");
        }

        return paragraph;
    }

    private static Table Entities(AnnotateResponse response)
    {
        var table = new Table().Border(TableBorder.Rounded)
            .AddColumns("Entity", "Type", "Id", "Mentions").AddColumn(new TableColumn("Confidence").RightAligned());
        foreach (var row in EntityRow.Of(response))
        {
            table.AddRow(
                new Spectre.Console.Text(Terminal.Printable(row.Name)), new Spectre.Console.Text(row.Type),
                new Spectre.Console.Text(row.Id), new Spectre.Console.Text(Terminal.Printable(row.Mentions)),
                new Spectre.Console.Text(row.Confidence));
        }

        return table;
    }

    internal static string DescribeDate(DocumentDate date) => date.Source switch
    {
        DateSource.None => "document date unknown",
        DateSource.Request => $"document date {date.Value} (given)",
        _ => $"document date {date.Value} (from {date.Evidence})",
    };

    private static Style StyleOf(Mention mention)
    {
        var colour = mention.Type switch
        {
            EntityType.Person => Color.Aqua,
            EntityType.Organization => Color.Orange1,
            EntityType.Location => Color.LightGreen,
            EntityType.Group => Color.Plum1,
            EntityType.Event => Color.Yellow,
            EntityType.Product => Color.DeepSkyBlue1,
            _ => Color.Grey,
        };
        return new Style(colour, decoration: mention.Kind == MentionKind.Named ? Decoration.Bold : Decoration.Underline);
    }
}
