using System.Net.Security;
using EntityRes.Client;
using EntityRes.Hosting;
using EntityRes.V1;
using Grpc.Core;
using Grpc.Net.Client;

namespace EntityRes.Resolver;

/// <summary>The extractor over gRPC. Thread-safe; one channel a process.</summary>
/// <remarks>Extraction changes nothing, so <see cref="ServiceChannel"/> sends a call again that did not reach the extractor.</remarks>
internal sealed class RemoteExtractor : IDisposable
{
    private readonly Uri _address;
    private readonly TimeSpan _timeout;
    private readonly GrpcChannel _channel;
    private readonly ExtractionService.ExtractionServiceClient _client;

    internal RemoteExtractor(Uri address, TimeSpan timeout, SslClientAuthenticationOptions tls)
    {
        _address = address;
        _timeout = timeout;
        _channel = ServiceChannel.Open(address, new ServiceChannelSettings { MaxMessageBytes = Limits.MessageBytes, Tls = tls });
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
}
