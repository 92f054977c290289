namespace EntityRes.Evaluation.Linking;

/// <summary>What a file of items says of one: its name, and its type in the terms of the annotation.</summary>
internal readonly record struct ItemName(string Name, string Type)
{
    /// <summary>Reads a file of the form <c>{"Q1": ["name", "type"]}</c>.</summary>
    /// <exception cref="InvalidDataException">It is not of this form.</exception>
    internal static IReadOnlyDictionary<string, ItemName> Read(string path) => JsonLines.Parse(path, File.ReadAllText(path), items =>
        items.EnumerateObject().ToDictionary(item => item.Name, item => new ItemName(item.Value[0].GetString() ?? "", item.Value[1].GetString() ?? "")));
}
