using System.Text.Json;

namespace EntityRes.Evaluation;

/// <summary>Reads annotation: one JSON document a line, or one a file.</summary>
internal static class JsonLines
{
    /// <summary>Reads a file of one document a line; empty lines do not count.</summary>
    /// <exception cref="InvalidDataException">A line is not what <paramref name="read"/> expects; names file and line.</exception>
    internal static IEnumerable<T> Read<T>(string path, Func<JsonElement, T> read)
    {
        var number = 0;
        foreach (var line in File.ReadLines(path))
        {
            number++;
            if (!string.IsNullOrWhiteSpace(line))
                yield return Parse($"{path}:{number}", line, read);
        }
    }

    /// <summary>Reads one document.</summary>
    /// <param name="place">File and line, for messages.</param>
    /// <param name="json">The document.</param>
    /// <param name="read">Takes it apart before it is disposed of.</param>
    /// <exception cref="InvalidDataException">It is not what <paramref name="read"/> expects.</exception>
    internal static T Parse<T>(string place, string json, Func<JsonElement, T> read)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return read(document.RootElement);
        }
        catch (Exception wrong) when (wrong is JsonException or KeyNotFoundException or InvalidOperationException or FormatException
            or ArgumentException or InvalidDataException)
        {
            throw new InvalidDataException($"{place}: {wrong.Message}", wrong);
        }
    }
}
