using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace EntityRes.TestKit;

/// <summary>A TCP link with faults on demand: it listens on a port of its own and carries bytes to and from a server.</summary>
/// <remarks>Thread-safe. A fault holds for connections that are open and for new ones, until it is taken back.</remarks>
public sealed class FaultyLink : IAsyncDisposable
{
    private const int BufferBytes = 64 * 1024;

    private readonly IPEndPoint _server;
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentDictionary<Socket, byte> _open = new();
    private readonly CancellationTokenSource _ending = new();
    private readonly Task _accepting;
    private TaskCompletionSource? _silence;
    private long _delayMs;
    private int _isCut;
    private int _connections;

    private FaultyLink(IPEndPoint server)
    {
        _server = server;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    /// <summary>The port to connect to.</summary>
    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Connections carried since the start.</summary>
    public int Connections => Volatile.Read(ref _connections);

    /// <summary>Opens a link to a server on the loopback address.</summary>
    public static FaultyLink To(int port) => new(new IPEndPoint(IPAddress.Loopback, port));

    /// <summary>Holds every piece of data back, in both directions, for some time.</summary>
    public void Delay(TimeSpan time) => Interlocked.Exchange(ref _delayMs, (long)time.TotalMilliseconds);

    /// <summary>Carries nothing any more and says nothing: connections stay open and silent ("half-open").</summary>
    public void FallSilent() =>
        Interlocked.CompareExchange(ref _silence, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously), null);

    /// <summary>Cuts all connections with a reset; new ones are accepted.</summary>
    public void Cut()
    {
        foreach (var socket in _open.Keys)
        {
            try
            {
                socket.LingerState = new LingerOption(enable: true, seconds: 0); // a reset, not an orderly end
            }
            catch (Exception ended) when (ended is ObjectDisposedException or SocketException)
            {
                // It ended by itself.
            }

            socket.Dispose();
        }
    }

    /// <summary>Cuts all connections, and each new one at once.</summary>
    public void Break()
    {
        Interlocked.Exchange(ref _isCut, 1);
        Cut();
    }

    /// <summary>Takes all faults back; what was held by silence goes on its way.</summary>
    public void Heal()
    {
        Delay(TimeSpan.Zero);
        Interlocked.Exchange(ref _isCut, 0);
        Interlocked.Exchange(ref _silence, null)?.SetResult();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _ending.CancelAsync();
        _listener.Stop();
        Heal();
        Cut();
        await _accepting;
        _ending.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var client = await _listener.AcceptSocketAsync(_ending.Token);
                _ = CarryAsync(client);
            }
        }
        catch (Exception ended) when (ended is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The link is closed.
        }
    }

    private async Task CarryAsync(Socket client)
    {
        using var server = new Socket(SocketType.Stream, ProtocolType.Tcp);
        _open[client] = _open[server] = 0;
        try
        {
            if (Volatile.Read(ref _isCut) == 1)
                return;
            Interlocked.Increment(ref _connections);
            await server.ConnectAsync(_server, _ending.Token);
            client.NoDelay = server.NoDelay = true;
            await Task.WhenAny(PumpAsync(client, server), PumpAsync(server, client));
        }
        catch (Exception broken) when (broken is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // A link breaks without a word.
        }
        finally
        {
            client.Dispose();
            _open.TryRemove(client, out _);
            _open.TryRemove(server, out _);
        }
    }

    private async Task PumpAsync(Socket from, Socket to)
    {
        var buffer = new byte[BufferBytes];
        try
        {
            while (await from.ReceiveAsync(buffer, _ending.Token) is var count and > 0)
            {
                if (Volatile.Read(ref _silence) is { } silence)
                    await silence.Task.WaitAsync(_ending.Token);
                if (Interlocked.Read(ref _delayMs) is var delayMs and > 0)
                    await Task.Delay(TimeSpan.FromMilliseconds(delayMs), _ending.Token);
                for (var sent = 0; sent < count;)
                    sent += await to.SendAsync(buffer.AsMemory(sent, count - sent), _ending.Token);
            }
        }
        catch (Exception broken) when (broken is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The other direction ends with this one.
        }
    }
}
