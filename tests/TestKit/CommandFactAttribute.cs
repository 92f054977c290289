using Xunit;

namespace EntityRes.TestKit;

/// <summary>A test that needs programs of the machine; reported as skipped where one is not on PATH.</summary>
public sealed class CommandFactAttribute : FactAttribute
{
    /// <summary>Skips the test where a program is missing.</summary>
    /// <param name="commands">Names of the programs.</param>
    public CommandFactAttribute(params string[] commands)
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        var missing = commands.Where(command => !folders.Any(folder => File.Exists(Path.Combine(folder, command)))).ToList();
        if (missing.Count > 0)
            Skip = $"not on PATH: {string.Join(", ", missing)}";
    }
}
