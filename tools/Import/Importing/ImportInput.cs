namespace EntityRes.Import.Importing;

/// <summary>One file to import; the earlier of two takes precedence.</summary>
/// <param name="Format"><c>wikidata</c>, <c>ror</c>, <c>ftm</c>, <c>jsonl</c> or <c>curated</c> (a folder of text files).</param>
/// <param name="Path">The file, plain, .gz or .bz2.</param>
public sealed record ImportInput(string Format, string Path)
{
    /// <summary>The formats.</summary>
    public static IReadOnlyList<string> Formats { get; } = ["wikidata", "ror", "ftm", "jsonl", "curated"];

    /// <summary>What makes it the same input when an import goes on.</summary>
    internal string Identity => Directory.Exists(Path)
        ? $"{Format} {System.IO.Path.GetFullPath(Path)}"
        : FormattableString.Invariant($"{Format} {System.IO.Path.GetFullPath(Path)} {new FileInfo(Path).Length} {File.GetLastWriteTimeUtc(Path).Ticks}");
}
