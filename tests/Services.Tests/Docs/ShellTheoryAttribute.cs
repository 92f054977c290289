namespace EntityRes.Services.Tests.Docs;

/// <summary>A test that runs commands as a reader's shell would; reported as skipped where bash or curl is missing.</summary>
public sealed class ShellTheoryAttribute : TheoryAttribute
{
    private static readonly string[] Programs = ["bash", "curl"];

    /// <summary>Skips the test where a program is not on the PATH.</summary>
    public ShellTheoryAttribute()
    {
        if (Array.Find(Programs, program => !IsOnPath(program)) is { } missing)
            Skip = $"{missing} is not on the PATH";
    }

    internal static bool IsOnPath(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries).Any(folder => File.Exists(Path.Combine(folder, program)));
}
