namespace EntityRes.Import.Tests;

/// <summary>Where the repository lies that the tests were built from.</summary>
internal static class Repository
{
    internal static string Folder { get; } = Find();

    internal static string Catalogue => Path.Combine(Folder, "seeds", "catalogue");

    internal static string References => Path.Combine(Folder, "..", "shared", "data", "kb");

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "EntityRes.sln")))
            folder = folder.Parent;
        return folder.FullName;
    }
}
