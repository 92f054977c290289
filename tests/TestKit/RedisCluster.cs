using System.Globalization;

namespace EntityRes.TestKit;

/// <summary>A Redis cluster of masters that share the slots, each with as many replicas as asked for.</summary>
public sealed class RedisCluster : IAsyncDisposable
{
    private const int SlotCount = 16_384;
    private const string NodeTimeoutMs = "1000"; // a master that is silent for so long is replaced
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(20);

    private readonly List<(RedisServer Server, int BusPort)> _nodes = [];

    private RedisCluster(int masterCount) => MasterCount = masterCount;

    /// <summary>How many of the nodes were started as masters: the first ones.</summary>
    public int MasterCount { get; }

    /// <summary>All nodes: the masters in the order of their slots, then the replicas of each.</summary>
    public IReadOnlyList<RedisServer> Nodes => [.. _nodes.Select(node => node.Server)];

    /// <summary>The masters.</summary>
    public IEnumerable<RedisServer> Masters => Nodes.Take(MasterCount);

    /// <summary>Starts all nodes and waits until each knows the others and every replica has its master's data.</summary>
    /// <param name="masters">Masters, ≥ 1.</param>
    /// <param name="replicas">Replicas of each master, ≥ 0.</param>
    public static async Task<RedisCluster> StartAsync(int masters = 3, int replicas = 0)
    {
        var cluster = new RedisCluster(masters);
        try
        {
            for (var i = 0; i < masters * (1 + replicas); i++)
                await cluster.AddNodeAsync();
            await cluster.ShareSlotsAsync();
            await cluster.MeetAsync();
            await cluster.ReplicateAsync();
            return cluster;
        }
        catch
        {
            await cluster.DisposeAsync();
            throw;
        }
    }

    /// <summary>Waits until the cluster serves all slots by masters that are alive.</summary>
    /// <param name="alive">Index of a node that is alive.</param>
    public Task BecomesWholeAsync(int alive) =>
        WaitAsync(alive, async node => (await node.SendAsync("CLUSTER INFO")).Contains("cluster_state:ok", StringComparison.Ordinal));

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var (server, _) in _nodes)
            await server.DisposeAsync();
    }

    private async Task AddNodeAsync()
    {
        var busPort = RedisServer.FreePort();
        var node = await RedisServer.StartAsync(
            "--cluster-enabled", "yes", "--cluster-port", Text(busPort), "--cluster-node-timeout", NodeTimeoutMs,
            "--cluster-replica-validity-factor", "0", "--repl-diskless-sync-delay", "0");
        _nodes.Add((node, busPort));
    }

    private async Task ShareSlotsAsync()
    {
        for (var i = 0; i < MasterCount; i++)
        {
            var (first, last) = (SlotCount * i / MasterCount, (SlotCount * (i + 1) / MasterCount) - 1);
            await Nodes[i].SendAsync($"CLUSTER ADDSLOTSRANGE {Text(first)} {Text(last)}");
            await Nodes[i].SendAsync($"CLUSTER SET-CONFIG-EPOCH {Text(i + 1)}");
        }
    }

    private async Task MeetAsync()
    {
        foreach (var (server, busPort) in _nodes.Skip(1))
            await Nodes[0].SendAsync($"CLUSTER MEET 127.0.0.1 {Text(server.Port)} {Text(busPort)}");
        for (var i = 0; i < _nodes.Count; i++)
        {
            await WaitAsync(i, async node => (await node.SendAsync("CLUSTER INFO")) is var info
                && info.Contains($"cluster_known_nodes:{Text(_nodes.Count)}", StringComparison.Ordinal)
                && info.Contains("cluster_state:ok", StringComparison.Ordinal));
        }
    }

    private async Task ReplicateAsync()
    {
        for (var i = MasterCount; i < _nodes.Count; i++)
        {
            var master = await Nodes[i % MasterCount].SendAsync("CLUSTER MYID");
            await WaitAsync(i, async node => (await node.SendAsync($"CLUSTER REPLICATE {master}")) == "+OK");
            await WaitAsync(i, async node =>
                (await node.SendAsync("INFO replication")).Contains("master_link_status:up", StringComparison.Ordinal));
        }
    }

    private async Task WaitAsync(int index, Func<RedisServer, Task<bool>> isSo)
    {
        using var patience = new CancellationTokenSource(Patience);
        using var timer = new PeriodicTimer(PollInterval);
        while (!await isSo(Nodes[index]))
            await timer.WaitForNextTickAsync(patience.Token);
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
