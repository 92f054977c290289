using System.Diagnostics;
using System.Globalization;
using Grpc.Net.Client;

namespace EntityRes.Services.Tests;

/// <summary>Both services as <c>serve</c> runs them: a process of its own that can be killed.</summary>
internal sealed class ServedProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    private readonly Process _process;

    private ServedProcess(Process process, Uri resolver)
    {
        _process = process;
        Resolver = resolver;
        Channel = GrpcChannel.ForAddress(resolver);
    }

    /// <summary>Where the resolver listens for gRPC.</summary>
    internal Uri Resolver { get; }

    /// <summary>A channel to the resolver.</summary>
    internal GrpcChannel Channel { get; }

    /// <summary>Starts a process on free ports and waits until it answers.</summary>
    internal static async Task<ServedProcess> StartAsync(params (string Name, string Value)[] environment)
    {
        var process = CommandLine.Start(
            environment.ToDictionary(pair => pair.Name, pair => pair.Value, StringComparer.Ordinal),
            "serve", "--extractor-port", "0", "--extractor-http-port", "0", "--resolver-port", "0", "--resolver-http-port", "0");
        using var patience = new CancellationTokenSource(Patience);
        const string line = "resolver   gRPC ";
        while (await process.StandardOutput.ReadLineAsync(patience.Token) is { } written)
        {
            if (!written.StartsWith(line, StringComparison.Ordinal))
                continue;
            _ = process.StandardOutput.ReadToEndAsync(CancellationToken.None); // a full pipe would stop it
            _ = process.StandardError.ReadToEndAsync(CancellationToken.None);
            return new ServedProcess(process, new Uri(written[line.Length..].Split(' ')[0]));
        }

        throw new InvalidOperationException($"serve ended: {await process.StandardError.ReadToEndAsync(patience.Token)}");
    }

    /// <summary>Asks the process to end (SIGTERM).</summary>
    internal void Terminate()
    {
        using var terminate = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        terminate.WaitForExit();
    }

    /// <summary>Waits until the process ended by itself.</summary>
    /// <returns>Its exit code.</returns>
    internal async Task<int> ExitAsync()
    {
        await _process.WaitForExitAsync().WaitAsync(Patience);
        return _process.ExitCode;
    }

    /// <summary>Ends the process without warning (SIGKILL).</summary>
    internal async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync().WaitAsync(Patience);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Channel.Dispose();
        if (!_process.HasExited)
            _process.Kill();
        _process.Dispose();
    }
}
