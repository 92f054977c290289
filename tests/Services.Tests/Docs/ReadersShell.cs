using System.Diagnostics;

namespace EntityRes.Services.Tests.Docs;

/// <summary>Runs the commands of one document, one after the other in one folder, beside one running <c>serve</c>.</summary>
internal sealed class ReadersShell : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private static readonly string[] Defaults = ["127.0.0.1:50051", "127.0.0.1:8081", "127.0.0.1:50052", "127.0.0.1:8082"];

    private readonly ReadersFolder _folder = new();
    private Process? _served;
    private string[] _addresses = []; // of the running services, in the order of Defaults

    internal sealed record Result(int ExitCode, string Output, string Error);

    /// <summary>Runs a block to its end; addresses in it that are the defaults mean the running services.</summary>
    internal async Task<Result> RunAsync(string block)
    {
        if (_served is null && Defaults.Any(address => block.Contains(address, StringComparison.Ordinal)))
            await ServeAsync("dotnet run -c Release --project tools/Cli -- serve");
        using var process = Start(Exchange(block, Defaults, _addresses));
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        using var patience = new CancellationTokenSource(Patience);
        await using var end = patience.Token.Register(() => process.Kill(entireProcessTree: true));
        await process.WaitForExitAsync(CancellationToken.None);
        return new Result(process.ExitCode, Exchange(await output, _addresses, Defaults), await error);
    }

    /// <summary>Starts a block that serves; ends the one before.</summary>
    /// <returns>What it wrote until it was ready.</returns>
    internal async Task<string> ServeAsync(string block)
    {
        EndServing();
        _served = Start(block);
        using var patience = new CancellationTokenSource(Patience);
        var written = new List<string>();
        while (await _served.StandardOutput.ReadLineAsync(patience.Token) is { } line)
        {
            written.Add(line);
            if (!line.StartsWith("try: ", StringComparison.Ordinal))
                continue;
            _ = _served.StandardOutput.ReadToEndAsync(CancellationToken.None); // a full pipe would stop it
            _ = _served.StandardError.ReadToEndAsync(CancellationToken.None);
            _addresses = [.. written.Where(IsAddress).Order(StringComparer.Ordinal).SelectMany(AddressesIn)];
            return Exchange(string.Join('\n', written), _addresses, Defaults);
        }

        throw new InvalidOperationException($"{block} ended: {await _served.StandardError.ReadToEndAsync(patience.Token)}");
    }

    public void Dispose()
    {
        EndServing();
        _folder.Dispose();
    }

    private void EndServing()
    {
        if (_served is null)
            return;
        _served.Kill(entireProcessTree: true);
        _served.WaitForExit();
        _served.Dispose();
        _served = null;
    }

    private Process Start(string block)
    {
        var start = new ProcessStartInfo("bash")
        {
            ArgumentList = { "-e", "-o", "pipefail", "-c", block },
            WorkingDirectory = _folder.Path,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["PATH"] = $"{_folder.Programs}:{Environment.GetEnvironmentVariable("PATH")}";
        if (_addresses.Length > 0)
            start.Environment["HTTP"] = $"http://{_addresses[^1]}";
        var process = Process.Start(start)!;
        process.StandardInput.Close();
        return process;
    }

    // "resolver   gRPC http://127.0.0.1:50052/  HTTP http://127.0.0.1:8082/"
    private static bool IsAddress(string line) =>
        line.StartsWith("extractor  gRPC ", StringComparison.Ordinal) || line.StartsWith("resolver   gRPC ", StringComparison.Ordinal);

    private static IEnumerable<string> AddressesIn(string line) =>
        line.Split(' ').Where(word => word.StartsWith("http://", StringComparison.Ordinal)).Select(word => new Uri(word).Authority);

    private static string Exchange(string text, string[] from, string[] to)
    {
        for (var i = 0; i < Math.Min(from.Length, to.Length); i++)
            text = text.Replace(from[i], to[i], StringComparison.Ordinal);
        return text;
    }
}
