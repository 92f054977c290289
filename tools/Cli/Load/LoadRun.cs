using System.Diagnostics;
using Grpc.Core;
using Grpc.Net.Client;

namespace EntityRes.Cli.Load;

/// <summary>Sends calls of one target and measures them.</summary>
/// <param name="callers">Closed loop: calls in flight. Open loop: the most that may be in flight.</param>
/// <param name="ratePerSecond">Open loop: calls a second; 0 = closed loop, each caller sends when it has its answer.</param>
/// <remarks>
/// In an open loop a latency counts from the moment at which the call was due, so that a service that stalls is charged for the calls
/// that had to wait ("coordinated omission"; Tene, How NOT to measure latency).
/// </remarks>
internal sealed class LoadRun(int callers, double ratePerSecond)
{
    private const int CallersAConnection = 64; // a connection carries 100 streams at most

    /// <summary>Sends for some time; what was sent by then is still waited for.</summary>
    /// <param name="target">What to send.</param>
    /// <param name="duration">For how long.</param>
    /// <param name="figures">Where to measure; null = warm-up.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    internal async Task RunAsync(LoadTarget target, TimeSpan duration, LoadFigures? figures, CancellationToken cancellationToken)
    {
        var channels = Enumerable.Range(0, (callers + CallersAConnection - 1) / CallersAConnection)
            .Select(_ => GrpcChannel.ForAddress(target.Service, new GrpcChannelOptions { HttpHandler = new SocketsHttpHandler() })).ToList();
        try
        {
            var sends = channels.Select(target.Prepare).ToList();
            var start = Stopwatch.GetTimestamp();
            var next = -1L;
            await Task.WhenAll(Enumerable.Range(0, callers).Select(caller => Task.Run(
                () => CallAsync(sends[caller % sends.Count]), cancellationToken)));
            figures?.AddTime(Stopwatch.GetElapsedTime(start));

            async Task CallAsync(Func<CancellationToken, Task<int>> send)
            {
                while (true)
                {
                    var due = ratePerSecond > 0
                        ? TimeSpan.FromSeconds(Interlocked.Increment(ref next) / ratePerSecond)
                        : Stopwatch.GetElapsedTime(start);
                    if (due >= duration)
                        return;
                    var early = due - Stopwatch.GetElapsedTime(start);
                    if (early > TimeSpan.Zero)
                        await Task.Delay(early, cancellationToken);
                    try
                    {
                        await send(cancellationToken);
                        figures?.Add(Stopwatch.GetElapsedTime(start) - due);
                    }
                    catch (RpcException failed) when (!cancellationToken.IsCancellationRequested)
                    {
                        figures?.Add(failed.StatusCode);
                    }
                }
            }
        }
        finally
        {
            channels.ForEach(channel => channel.Dispose());
        }
    }
}
