using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace EntityRes.TestKit;

/// <summary>A real redis-server of the test's own: on a free port, in a folder of its own, keeping what it acknowledges.</summary>
public sealed class RedisServer : IAsyncDisposable
{
    private const string Program = "redis-server";
    private const string ReadyLine = "Ready to accept connections";
    private const int PortAttempts = 5;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly string _folder = Directory.CreateTempSubdirectory("entityres-redis-").FullName;
    private readonly string[] _settings;
    private Process? _process;

    private RedisServer(string[] settings) => _settings = settings;

    /// <summary>Whether a redis-server is on the PATH.</summary>
    public static bool IsInstalled { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, Program)));

    /// <summary>The StackExchange.Redis connection string of the server that the environment names for tests; null = none.</summary>
    public static string? Named { get; } = Environment.GetEnvironmentVariable("ENTITYRES_TEST_REDIS") is { Length: > 0 } named ? named : null;

    /// <summary>The port on the loopback address.</summary>
    public int Port { get; private set; }

    /// <summary>The StackExchange.Redis connection string.</summary>
    public string ConnectionString => $"127.0.0.1:{Text(Port)}";

    /// <summary>Starts a server and waits until it answers.</summary>
    /// <param name="settings">More settings, as on the command line: <c>"--cluster-enabled", "yes"</c>.</param>
    public static async Task<RedisServer> StartAsync(params string[] settings)
    {
        var server = new RedisServer(settings);
        for (var attempt = 1; ; attempt++)
        {
            server.Port = FreePort();
            try
            {
                await server.RestartAsync();
                return server;
            }
            catch (IOException) when (attempt < PortAttempts)
            {
                // Someone else took the port between its choice and the start.
            }
        }
    }

    /// <summary>Starts the server again on the same port and folder, and waits until it answers.</summary>
    /// <exception cref="IOException">The server ended instead; the message is what it wrote.</exception>
    public async Task RestartAsync()
    {
        _process = await LaunchAsync(
            ReadyLine,
            [
                "--port", Text(Port), "--bind", "127.0.0.1", "--dir", _folder,
                "--appendonly", "yes", "--appendfsync", "always", "--save", "", .. _settings,
            ]);
    }

    /// <summary>Sends one command on a connection of its own.</summary>
    /// <param name="command">The command as typed into redis-cli.</param>
    /// <returns>The text of a bulk answer, else its line with the type character in front.</returns>
    public Task<string> SendAsync(string command) => SendAsync(Port, command);

    /// <summary>Sends one command to a port of the loopback address.</summary>
    internal static async Task<string> SendAsync(int port, string command)
    {
        using var patience = new CancellationTokenSource(Patience);
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, port, patience.Token);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.UTF8.GetBytes(command + "\r\n"), patience.Token);
        using var reader = new StreamReader(stream, Encoding.Latin1); // one character a byte: lengths are in bytes
        var line = await reader.ReadLineAsync(patience.Token) ?? throw new IOException($"{Program} closed the connection");
        if (!line.StartsWith('$'))
            return line;
        var text = new char[Math.Max(0, int.Parse(line.AsSpan(1), CultureInfo.InvariantCulture))];
        await reader.ReadBlockAsync(text, patience.Token);
        return Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(text));
    }

    /// <summary>Ends the server without warning (SIGKILL).</summary>
    public async Task KillAsync()
    {
        await KillAsync(_process!);
        _process = null;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
            await KillAsync();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>Starts a process of the program and waits until it writes a line that says it is ready.</summary>
    /// <exception cref="IOException">The process ended instead; the message is what it wrote.</exception>
    internal static async Task<Process> LaunchAsync(string readyLine, IEnumerable<string> arguments)
    {
        var written = new StringBuilder();
        var isReady = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        var process = new Process { StartInfo = new ProcessStartInfo(Program, arguments) { RedirectStandardOutput = true } };
        process.OutputDataReceived += (_, line) =>
        {
            written.AppendLine(line.Data);
            if (line.Data?.Contains(readyLine, StringComparison.Ordinal) ?? true)
                isReady.TrySetResult(line.Data is not null);
        };
        process.Start();
        process.BeginOutputReadLine();
        if (await isReady.Task.WaitAsync(Patience))
            return process;
        await KillAsync(process);
        throw new IOException($"{Program} did not start: {written}");
    }

    /// <summary>Ends a process without warning and waits for its end.</summary>
    internal static async Task KillAsync(Process process)
    {
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    /// <summary>A port of the loopback address that nobody listens on now.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static string Text(int port) => port.ToString(CultureInfo.InvariantCulture);
}
