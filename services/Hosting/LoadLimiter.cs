using System.Threading.RateLimiting;
using Grpc.AspNetCore.Server;
using Grpc.Core;
using Microsoft.AspNetCore.Http;

namespace EntityRes.Hosting;

/// <summary>
/// Bounds what a service does at once: so many calls run, so many wait in order, and the next is refused before its body is read.
/// </summary>
/// <remarks>
/// Streams have a limit of their own and are never queued: a stream lasts, and its documents wait in <see cref="StreamedDocuments"/>
/// instead. Health, reflection, metrics and pages are not limited: they must answer under load too. Thread-safe.
/// </remarks>
public sealed class LoadLimiter : IDisposable
{
    /// <summary>When a refused caller should try again.</summary>
    public static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(1);

    private const string CallsLimit = "calls";
    private const string StreamsLimit = "streams";
    private const string StandardServicePrefix = "grpc."; // grpc.health.v1, grpc.reflection.v1

    private readonly ConcurrencyLimiter _calls;
    private readonly ConcurrencyLimiter _streams;
    private readonly ServiceOptions _options;

    /// <summary>Prepares the limits.</summary>
    /// <param name="options">How much runs and waits.</param>
    public LoadLimiter(ServiceOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options;
        _calls = Limiter(options.MaxConcurrentCalls, options.MaxQueuedCalls);
        _streams = Limiter(options.MaxStreams, queued: 0);
    }

    /// <summary>How many calls wait now.</summary>
    public long Queued => _calls.GetStatistics()!.CurrentQueuedCount;

    /// <summary>How many calls were refused since the start.</summary>
    public long Refused => _calls.GetStatistics()!.TotalFailedLeases + _streams.GetStatistics()!.TotalFailedLeases;

    /// <inheritdoc/>
    public void Dispose()
    {
        _calls.Dispose();
        _streams.Dispose();
    }

    internal async Task RunAsync(HttpContext context, RequestDelegate next)
    {
        var metadata = context.GetEndpoint()?.Metadata;
        var method = metadata?.GetMetadata<GrpcMethodMetadata>()?.Method;
        if (method is null ? metadata?.GetMetadata<LimitedRoute>() is null
            : method.ServiceName.StartsWith(StandardServicePrefix, StringComparison.Ordinal))
        {
            await next(context);
            return;
        }

        var isStream = method is not null && method.Type != MethodType.Unary;
        var limiter = isStream ? _streams : _calls;
        using var lease = await limiter.AcquireAsync(permitCount: 1, context.RequestAborted);
        if (lease.IsAcquired)
            await next(context);
        else
            await ErrorResponse.WriteAsync(context, isStream ? StreamsExhausted() : CallsExhausted());
    }

    private RpcException CallsExhausted() => RequestErrors.Overloaded(
        CallsLimit, $"{_options.MaxConcurrentCalls} calls run and {_options.MaxQueuedCalls} wait, which is the limit", RetryAfter);

    private RpcException StreamsExhausted() => RequestErrors.Overloaded(
        StreamsLimit, $"{_options.MaxStreams} streams are open, which is the limit", RetryAfter);

    private static ConcurrencyLimiter Limiter(int concurrent, int queued) => new(new ConcurrencyLimiterOptions
    {
        PermitLimit = concurrent,
        QueueLimit = queued,
        QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
    });
}
