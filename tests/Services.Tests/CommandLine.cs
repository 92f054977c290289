using System.Diagnostics;

namespace EntityRes.Services.Tests;

/// <summary>Runs the command line program as its users do: as a process.</summary>
internal static class CommandLine
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    internal sealed record Result(int ExitCode, string Output, string Error);

    internal static Task<Result> RunAsync(params string[] args) => RunAsync("", args);

    /// <summary>Runs the program by the README's command, in the repository's folder; it must have been built.</summary>
    internal static Task<Result> RunAsReadmeSaysAsync(params string[] args) => FinishAsync(
        Start("run", ["--no-build", "-c", "Release", "--project", "tools/Cli", "--", .. args], new Dictionary<string, string>()), "");

    internal static Task<Result> RunAsync(string input, string[] args) => FinishAsync(Start(args), input);

    private static async Task<Result> FinishAsync(Process started, string input)
    {
        using var process = started;
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        using var patience = new CancellationTokenSource(Patience);
        await process.WaitForExitAsync(patience.Token);
        return new Result(process.ExitCode, await output, await error);
    }

    internal static Process Start(params string[] args) => Start(new Dictionary<string, string>(), args);

    internal static Process Start(IReadOnlyDictionary<string, string> environment, params string[] args) =>
        Start(Path.Combine(AppContext.BaseDirectory, "entityres.dll"), args, environment);

    private static Process Start(string command, string[] args, IReadOnlyDictionary<string, string> environment)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = RepositoryRoot.Folder,
            StandardInputEncoding = new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            StandardOutputEncoding = System.Text.Encoding.UTF8,
        };
        start.ArgumentList.Add(command);
        foreach (var arg in args)
            start.ArgumentList.Add(arg);
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        return Process.Start(start)!;
    }
}
