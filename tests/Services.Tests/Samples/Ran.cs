using System.Diagnostics;

namespace EntityRes.Services.Tests.Samples;

/// <summary>What a program printed and how it ended.</summary>
internal sealed record Ran(int ExitCode, string Output, string Error)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    internal static Task<Ran> OfAsync(string command, params string[] args) => OfAsync("", new Dictionary<string, string>(), command, args);

    internal static async Task<Ran> OfAsync(string input, IReadOnlyDictionary<string, string> environment, string command, params string[] args)
    {
        var start = new ProcessStartInfo(command, args)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = RepositoryRoot.Folder,
        };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync().WaitAsync(Patience);
        return new Ran(process.ExitCode, (await output).ReplaceLineEndings("\n"), await error);
    }
}
