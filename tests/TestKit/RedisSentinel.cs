using System.Diagnostics;
using System.Globalization;

namespace EntityRes.TestKit;

/// <summary>A master and its replicas, watched by sentinels that replace the master when it falls silent.</summary>
public sealed class RedisSentinel : IAsyncDisposable
{
    /// <summary>The name that the sentinels know the master by.</summary>
    public const string ServiceName = "main";

    private const string ReadyLine = "+monitor master " + ServiceName;
    private const int DownAfterMs = 500; // a master that is silent for so long is replaced
    private const int FailoverTimeoutMs = 5_000;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(20);

    private readonly string _folder = Directory.CreateTempSubdirectory("entityres-sentinel-").FullName;
    private readonly List<RedisServer> _servers = [];
    private readonly List<(Process Process, int Port)> _sentinels = [];

    private RedisSentinel()
    {
    }

    /// <summary>All servers: the first master, then its replicas.</summary>
    public IReadOnlyList<RedisServer> Servers => _servers;

    /// <summary>The StackExchange.Redis connection string: all sentinels and the name of the service.</summary>
    public string ConnectionString =>
        $"{string.Join(',', _sentinels.Select(sentinel => $"127.0.0.1:{Text(sentinel.Port)}"))},serviceName={ServiceName}";

    /// <summary>Starts all servers and sentinels and waits until the sentinels know each other and all replicas.</summary>
    /// <param name="replicas">Replicas of the master, ≥ 1.</param>
    /// <param name="sentinels">Sentinels, ≥ 1; most of them must agree that the master is down.</param>
    public static async Task<RedisSentinel> StartAsync(int replicas = 1, int sentinels = 3)
    {
        var watched = new RedisSentinel();
        try
        {
            await watched.StartServersAsync(replicas);
            for (var i = 0; i < sentinels; i++)
                await watched.AddSentinelAsync(quorum: (sentinels / 2) + 1);
            foreach (var (_, port) in watched._sentinels)
                await WaitAsync(port, "INFO sentinel", $"status=ok,address=127.0.0.1:{Text(watched._servers[0].Port)},slaves={Text(replicas)},sentinels={Text(sentinels)}");
            return watched;
        }
        catch
        {
            await watched.DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var (process, _) in _sentinels)
            await RedisServer.KillAsync(process);
        foreach (var server in _servers)
            await server.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task StartServersAsync(int replicas)
    {
        _servers.Add(await RedisServer.StartAsync("--repl-diskless-sync-delay", "0"));
        for (var i = 0; i < replicas; i++)
        {
            var replica = await RedisServer.StartAsync(
                "--repl-diskless-sync-delay", "0", "--replicaof", "127.0.0.1", Text(_servers[0].Port));
            _servers.Add(replica);
            await WaitAsync(replica.Port, "INFO replication", "master_link_status:up");
        }
    }

    private async Task AddSentinelAsync(int quorum)
    {
        var port = RedisServer.FreePort();
        var file = Path.Combine(_folder, $"{Text(port)}.conf");
        await File.WriteAllTextAsync(file, $"""
            port {Text(port)}
            bind 127.0.0.1
            dir {_folder}
            sentinel monitor {ServiceName} 127.0.0.1 {Text(_servers[0].Port)} {Text(quorum)}
            sentinel down-after-milliseconds {ServiceName} {Text(DownAfterMs)}
            sentinel failover-timeout {ServiceName} {Text(FailoverTimeoutMs)}

            """);
        _sentinels.Add((await RedisServer.LaunchAsync(ReadyLine, [file, "--sentinel"]), port));
    }

    private static async Task WaitAsync(int port, string command, string expected)
    {
        using var patience = new CancellationTokenSource(Patience);
        using var timer = new PeriodicTimer(PollInterval);
        while (!(await RedisServer.SendAsync(port, command)).Contains(expected, StringComparison.Ordinal))
            await timer.WaitForNextTickAsync(patience.Token);
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
