using System.Net.Security;
using EntityRes.Hosting;
using EntityRes.V1;
using Grpc.Core;
using Grpc.Net.Client;
using Grpc.Net.Client.Configuration;

namespace EntityRes.Resolver;

/// <summary>The extractor over gRPC. Thread-safe; one channel a process.</summary>
/// <remarks>
/// Extraction changes nothing, so a call that did not reach the extractor is sent again: a connection that was cut or an extractor that
/// restarts costs a second at most, not an error. Connections that went silent are found by pings.
/// </remarks>
internal sealed class RemoteExtractor : IDisposable
{
    private const int MaxAttempts = 5;
    private const int RetriedMessageBytes = 4 * Limits.TextBytes; // a full text and its ids fit, else no retry
    private static readonly TimeSpan ReconnectBackoff = TimeSpan.FromMilliseconds(100); // shorter than the attempts of one call take
    private static readonly TimeSpan FirstBackoff = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LastBackoff = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan PingDelay = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan PingTimeout = TimeSpan.FromSeconds(5);

    private readonly Uri _address;
    private readonly TimeSpan _timeout;
    private readonly GrpcChannel _channel;
    private readonly ExtractionService.ExtractionServiceClient _client;

    internal RemoteExtractor(Uri address, TimeSpan timeout, SslClientAuthenticationOptions tls)
    {
        _address = address;
        _timeout = timeout;
        _channel = GrpcChannel.ForAddress(address, new GrpcChannelOptions
        {
            MaxReceiveMessageSize = Limits.MessageBytes,
            MaxSendMessageSize = Limits.MessageBytes,
            MaxRetryBufferPerCallSize = RetriedMessageBytes,
            InitialReconnectBackoff = ReconnectBackoff,
            MaxReconnectBackoff = ReconnectBackoff,
            ServiceConfig = new ServiceConfig { MethodConfigs = { Retry() } },
            DisposeHttpClient = true,
            HttpHandler = new SocketsHttpHandler
            {
                SslOptions = tls,
                EnableMultipleHttp2Connections = true,
                ConnectTimeout = ConnectTimeout,
                KeepAlivePingDelay = PingDelay,
                KeepAlivePingTimeout = PingTimeout,
                KeepAlivePingPolicy = HttpKeepAlivePingPolicy.WithActiveRequests,
            },
        });
        _client = new ExtractionService.ExtractionServiceClient(_channel);
    }

    /// <summary>Extracts; waits no longer than the caller's cancellation and the configured timeout allow.</summary>
    /// <exception cref="RpcException">UNAVAILABLE when the extractor cannot be reached or is late, else what it answered.</exception>
    internal async Task<ExtractResponse> ExtractAsync(ExtractRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return await _client.ExtractAsync(request, deadline: DateTime.UtcNow + _timeout, cancellationToken: cancellationToken);
        }
        catch (RpcException failed) when (failed.StatusCode == StatusCode.Unavailable)
        {
            throw RequestErrors.Unavailable("EXTRACTOR_UNAVAILABLE", $"the extractor at {_address} cannot be reached");
        }
        catch (RpcException late) when (late.StatusCode == StatusCode.DeadlineExceeded && !cancellationToken.IsCancellationRequested)
        {
            throw RequestErrors.Unavailable(
                "EXTRACTOR_UNAVAILABLE", $"the extractor at {_address} did not answer in {_timeout.TotalSeconds} seconds");
        }
        catch (RpcException refused) when (refused.GetRpcStatus() is { } status)
        {
            throw status.ToRpcException();
        }
    }

    public void Dispose() => _channel.Dispose();

    private static MethodConfig Retry() => new()
    {
        Names = { MethodName.Default },
        RetryPolicy = new RetryPolicy
        {
            MaxAttempts = MaxAttempts,
            InitialBackoff = FirstBackoff,
            MaxBackoff = LastBackoff,
            BackoffMultiplier = 2,
            RetryableStatusCodes = { StatusCode.Unavailable },
        },
    };
}
