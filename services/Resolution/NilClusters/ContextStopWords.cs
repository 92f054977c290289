namespace EntityRes.Resolution.NilClusters;

/// <summary>Words that tell nothing of what a text is about. Immutable.</summary>
internal static class ContextStopWords
{
    private const string Resource = "context-stop-words.txt";

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Words = Read().GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether a folded word is one.</summary>
    internal static bool Contains(ReadOnlySpan<char> word) => Words.Contains(word);

    private static HashSet<string> Read()
    {
        using var stream = typeof(ContextStopWords).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidDataException($"{Resource}: not part of the build");
        using var reader = new StreamReader(stream);
        var words = new HashSet<string>(StringComparer.Ordinal);
        while (reader.ReadLine() is { } word)
            words.Add(word);
        return words;
    }
}
