namespace EntityRes.Services.Tests;

/// <summary>Where the repository lies that the tests were built from.</summary>
internal static class RepositoryRoot
{
    internal static string Folder { get; } = Find();

    internal static string PathOf(params string[] parts) => Path.Combine([Folder, .. parts]);

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "EntityRes.sln")))
                return folder.FullName;
        }

        throw new InvalidOperationException("no EntityRes.sln above the test's folder");
    }
}
