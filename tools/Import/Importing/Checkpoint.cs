using System.Text.Json;

namespace EntityRes.Import.Importing;

/// <summary>How far an import has come: everything before it is in complete runs.</summary>
/// <param name="Inputs">What is imported: format, path, length and time of change of each file.</param>
/// <param name="Input">Number of the file that is being read.</param>
/// <param name="Position">Unpacked bytes of it that were read.</param>
/// <param name="Lines">Line breaks in them.</param>
/// <param name="Runs">Complete runs.</param>
/// <param name="Records">Records read.</param>
/// <param name="Bad">Bad records among them.</param>
/// <param name="BadBytes">Length of the list of bad records.</param>
internal sealed record Checkpoint(
    IReadOnlyList<string> Inputs, int Input, long Position, long Lines, int Runs, long Records, long Bad, long BadBytes)
{
    private const string Name = "checkpoint.json";

    /// <summary>Reads that of a folder; null when there is none, or it is of another import.</summary>
    internal static Checkpoint? Read(string folder, IReadOnlyList<string> inputs)
    {
        var path = Path.Combine(folder, Name);
        if (!File.Exists(path))
            return null;
        var found = JsonSerializer.Deserialize<Checkpoint>(File.ReadAllText(path));
        return found is not null && found.Inputs.SequenceEqual(inputs, StringComparer.Ordinal) ? found : null;
    }

    /// <summary>Writes it, in one step.</summary>
    internal void Write(string folder)
    {
        var path = Path.Combine(folder, Name);
        File.WriteAllText(path + ".new", JsonSerializer.Serialize(this));
        File.Move(path + ".new", path, overwrite: true);
    }
}
