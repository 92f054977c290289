namespace EntityRes.TestKit;

/// <summary>The system's Chromium and its driver.</summary>
public static class Chromium
{
    /// <summary>Path of the browser, null when none is on the PATH.</summary>
    public static string? Browser { get; } = Find("chromium");

    /// <summary>Path of the driver, null when none is on the PATH.</summary>
    public static string? Driver { get; } = Find("chromedriver");

    private static string? Find(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator).Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists);
}
