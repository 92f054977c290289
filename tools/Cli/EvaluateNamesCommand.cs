using System.CommandLine;
using EntityRes.Resolution.Names;

namespace EntityRes.Cli;

/// <summary><c>evaluate names FILE</c>: the name matcher on labelled pairs of names.</summary>
internal static class EvaluateNamesCommand
{
    private const string Header = "case_group,schema,name1,name2,is_match,quality";

    internal static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = $"Labelled pairs; CSV that begins with {Header}." };
        var showsErrors = new Option<bool>("--errors") { Description = "List the pairs that came out wrong." };
        var command = new Command("names", "Measures whether two names are recognised as those of one person or organisation.") { file, showsErrors };
        command.SetAction(parsed => Run(parsed.GetRequiredValue(file), parsed.GetValue(showsErrors)));
        return command;
    }

    private static void Run(string file, bool showsErrors)
    {
        var counts = new SortedDictionary<(string Quality, string Kind), (int Right, int Merged, int Parted)>();
        foreach (var row in ReadRows(file))
        {
            var isPerson = row[1] == "Person";
            var isMatch = row[4] == "true";
            var similarity01 = NameMatcher.Similarity01(row[2], row[3], isPerson);
            var isRight = similarity01 >= NameMatcher.Same01 == isMatch;
            foreach (var kind in new[] { "all", isPerson ? "persons" : "others" })
            {
                counts.TryGetValue((row[5], kind), out var count);
                counts[(row[5], kind)] = isRight ? (count.Right + 1, count.Merged, count.Parted)
                    : isMatch ? (count.Right, count.Merged, count.Parted + 1) : (count.Right, count.Merged + 1, count.Parted);
            }

            if (showsErrors && !isRight)
                Console.WriteLine($"{row[5]}\t{(isMatch ? "parted" : "merged")}\t{similarity01:F2}\t{row[1]}\t{row[2]}\t{row[3]}");
        }

        Console.WriteLine("quality\tnames\tpairs\tright\taccuracy\tfalse merges\tfalse partings");
        foreach (var ((quality, kind), (right, merged, parted)) in counts)
        {
            var pairs = right + merged + parted;
            Console.WriteLine($"{quality}\t{kind}\t{pairs}\t{right}\t{100.0 * right / pairs:F1}\t{merged}\t{parted}");
        }
    }

    private static IEnumerable<string[]> ReadRows(string file)
    {
        using var reader = new StreamReader(file);
        if (reader.ReadLine() is not { } header || !header.StartsWith(Header, StringComparison.Ordinal))
            throw new InvalidDataException($"{file}:1: expected the columns {Header}");
        for (var line = 2; reader.ReadLine() is { } text; line++)
        {
            var cells = Split(text);
            if (cells.Length < Header.Count(c => c == ',') + 1)
                throw new InvalidDataException($"{file}:{line}: expected at least the columns {Header}, found {cells.Length} cells");
            yield return cells;
        }
    }

    // Quotation marks around cells with commas, doubled inside.
    private static string[] Split(string line)
    {
        var cells = new List<string>();
        var cell = new System.Text.StringBuilder();
        var isQuoted = false;
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] == '"' && isQuoted && i + 1 < line.Length && line[i + 1] == '"')
                cell.Append(line[++i]);
            else if (line[i] == '"')
                isQuoted = !isQuoted;
            else if (line[i] == ',' && !isQuoted)
                Take();
            else
                cell.Append(line[i]);
        }

        Take();
        return [.. cells];

        void Take()
        {
            cells.Add(cell.ToString());
            cell.Clear();
        }
    }
}
