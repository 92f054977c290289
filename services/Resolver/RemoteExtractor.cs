using EntityRes.Hosting;
using EntityRes.V1;
using Grpc.Core;
using Grpc.Net.Client;

namespace EntityRes.Resolver;

/// <summary>The extractor over gRPC. Thread-safe; one channel a process.</summary>
internal sealed class RemoteExtractor : IDisposable
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(30);

    private readonly Uri _address;
    private readonly GrpcChannel _channel;
    private readonly ExtractionService.ExtractionServiceClient _client;

    internal RemoteExtractor(Uri address)
    {
        _address = address;
        _channel = GrpcChannel.ForAddress(address, new GrpcChannelOptions
        {
            MaxReceiveMessageSize = Limits.MessageBytes,
            MaxSendMessageSize = Limits.MessageBytes,
        });
        _client = new ExtractionService.ExtractionServiceClient(_channel);
    }

    /// <summary>Extracts; waits no longer than the caller's cancellation allows, and never over 30 seconds.</summary>
    /// <exception cref="RpcException">UNAVAILABLE when the extractor cannot be reached, else what it answered.</exception>
    internal async Task<ExtractResponse> ExtractAsync(ExtractRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return await _client.ExtractAsync(request, deadline: DateTime.UtcNow + Deadline, cancellationToken: cancellationToken);
        }
        catch (RpcException failed) when (failed.StatusCode == StatusCode.Unavailable)
        {
            throw RequestErrors.Unavailable("EXTRACTOR_UNAVAILABLE", $"the extractor at {_address} cannot be reached");
        }
        catch (RpcException refused) when (refused.GetRpcStatus() is { } status)
        {
            throw status.ToRpcException();
        }
    }

    public void Dispose() => _channel.Dispose();
}
