using System.CommandLine;

namespace EntityRes.Trainer;

/// <summary><c>fold-table UNICODE-DATA</c>: the Unicode Character Database → the fold table of alias keys.</summary>
internal static class FoldTableCommand
{
    internal static Command Create()
    {
        var unicodeData = new Argument<string>("UNICODE-DATA") { Description = "Path of UnicodeData.txt." };
        var output = new Option<string>("--out") { Description = "The file to write.", DefaultValueFactory = _ => "services/Text/Folding/FoldTable.g.cs" };
        var version = new Option<string>("--unicode-version") { Description = "Version of the database.", DefaultValueFactory = _ => "15.0" };
        var command = new Command("fold-table", "Writes the fold table of alias keys from the Unicode Character Database.") { unicodeData, output, version };
        command.SetAction(parsed => FoldTableWriter.Write(
            parsed.GetRequiredValue(unicodeData), parsed.GetRequiredValue(output), parsed.GetRequiredValue(version)));
        return command;
    }
}
