using System.Globalization;
using EntityRes.V1;
using Google.Protobuf;
using Spectre.Console;

namespace EntityRes.Cli.Entities;

/// <summary>Entities as tables, or as the resolver's answers in JSON.</summary>
internal sealed class EntityOutput(TextWriter output, EntityFormat format)
{
    /// <summary>Writes one entity with all that is known of it.</summary>
    internal void Write(Entity entity)
    {
        if (format == EntityFormat.Json)
        {
            WriteJson(entity);
            return;
        }

        var table = new Table().Border(TableBorder.Rounded).HideHeaders().AddColumns("", "");
        foreach (var (name, value) in Describe(entity).Where(row => row.Value.Length > 0))
            table.AddRow(Cell(name), Cell(value));
        Terminal.Output(output).Write(table);
    }

    /// <summary>Writes the results of a search, in their order.</summary>
    internal void Write(IReadOnlyList<SearchResult> results)
    {
        if (format == EntityFormat.Json)
        {
            WriteJson(new SearchEntitiesResponse { Results = { results } });
            return;
        }

        var table = new Table().Border(TableBorder.Rounded)
            .AddColumns("Id", "Type", "Name", "Found as").AddColumn(new TableColumn("Score").RightAligned()).AddColumn("Description");
        foreach (var result in results)
        {
            table.AddRow(
                Cell(result.Entity.Id), Cell(EntityRow.ShortType(result.Entity.Type)), Cell(result.Entity.Name), Cell(result.Alias),
                Cell(result.Score.ToString("0.00", CultureInfo.InvariantCulture)), Cell(result.Entity.Description));
        }

        Terminal.Output(output).Write(table);
    }

    private static IEnumerable<(string Name, string Value)> Describe(Entity entity)
    {
        yield return ("Id", entity.Id);
        yield return ("Name", entity.Name);
        yield return ("Type", EntityRow.ShortType(entity.Type));
        yield return ("Description", entity.Description);
        yield return ("Other names", string.Join("; ", entity.Aliases));
        yield return ("Elsewhere", string.Join("; ", entity.ExternalIds.Select(id => $"{id.Key} {id.Value}").Order(StringComparer.Ordinal)));
        yield return ("Merged from", string.Join(", ", entity.MergedFrom));
        yield return ("Split into", string.Join(", ", entity.SplitInto));
        if (entity.Evidence is { } evidence)
            yield return ("Seen", $"{evidence.Sightings} times, {evidence.FirstSeen} to {evidence.LastSeen}");
        foreach (var entry in entity.History)
        {
            var time = entry.Time.ToDateTime().ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture);
            yield return ("History", $"{time} {entry.Kind} {string.Join(", ", entry.EntityIds)} {entry.Author} {entry.Reason}".TrimEnd());
        }
    }

    private static Spectre.Console.Text Cell(string text) => new(Terminal.Printable(text));

    private void WriteJson(IMessage message)
    {
        JsonOutput.Indented.Format(message, output);
        output.WriteLine();
    }
}
