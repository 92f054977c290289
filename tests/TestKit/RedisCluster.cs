using System.Globalization;

namespace EntityRes.TestKit;

/// <summary>A Redis cluster of two masters, each with half of the slots.</summary>
public sealed class RedisCluster : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(20);

    private readonly int _secondBusPort;

    private RedisCluster(RedisServer first, RedisServer second, int secondBusPort) =>
        (First, Second, _secondBusPort) = (first, second, secondBusPort);

    /// <summary>The master of slots 0 to 8191.</summary>
    public RedisServer First { get; }

    /// <summary>The master of slots 8192 to 16383.</summary>
    public RedisServer Second { get; }

    /// <summary>Starts both nodes and waits until each knows the other.</summary>
    public static async Task<RedisCluster> StartAsync()
    {
        var (first, _) = await StartNodeAsync();
        var (second, secondBusPort) = await StartNodeAsync();
        var cluster = new RedisCluster(first, second, secondBusPort);
        try
        {
            await cluster.MeetAsync();
            return cluster;
        }
        catch
        {
            await cluster.DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await First.DisposeAsync();
        await Second.DisposeAsync();
    }

    private static async Task<(RedisServer Node, int BusPort)> StartNodeAsync()
    {
        var busPort = RedisServer.FreePort();
        var node = await RedisServer.StartAsync(
            "--cluster-enabled", "yes", "--cluster-port", busPort.ToString(CultureInfo.InvariantCulture));
        return (node, busPort);
    }

    private async Task MeetAsync()
    {
        await First.SendAsync("CLUSTER ADDSLOTSRANGE 0 8191");
        await Second.SendAsync("CLUSTER ADDSLOTSRANGE 8192 16383");
        await First.SendAsync(string.Create(CultureInfo.InvariantCulture, $"CLUSTER MEET 127.0.0.1 {Second.Port} {_secondBusPort}"));
        using var patience = new CancellationTokenSource(Patience);
        using var timer = new PeriodicTimer(PollInterval);
        foreach (var node in new[] { First, Second })
        {
            while (!(await node.SendAsync("CLUSTER INFO")).Contains("cluster_state:ok", StringComparison.Ordinal))
                await timer.WaitForNextTickAsync(patience.Token);
        }
    }
}
