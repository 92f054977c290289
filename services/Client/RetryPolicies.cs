using Grpc.Core;
using Grpc.Net.Client.Configuration;
using MethodConfig = Grpc.Net.Client.Configuration.MethodConfig;

namespace EntityRes.Client;

/// <summary>Which RPCs are sent again when they did not reach a service, as gRPC service config.</summary>
/// <remarks>The contract decides: RPCs whose <c>idempotency_level</c> is set. What changes the catalogue is never sent twice.</remarks>
internal static class RetryPolicies
{
    internal const int MaxAttempts = 5;
    private const string Package = "entityres.v1";

    // A test holds it against the protos: reading their descriptors here would be the slowest part of a client's start.
    private static readonly (string Service, string Method)[] IdempotentMethods =
    [
        ("ExtractionService", "Extract"),
        ("ExtractionService", "StreamExtract"),
        ("ResolutionService", "Resolve"),
        ("ResolutionService", "Annotate"),
        ("ResolutionService", "StreamAnnotate"),
        ("ResolutionService", "GetEntity"),
        ("ResolutionService", "BatchGetEntities"),
        ("ResolutionService", "SearchEntities"),
        ("CatalogueService", "WatchChanges"),
    ];

    private static readonly TimeSpan FirstBackoff = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LastBackoff = TimeSpan.FromMilliseconds(500);

    internal static MethodConfig Idempotent()
    {
        var config = new MethodConfig
        {
            RetryPolicy = new RetryPolicy
            {
                MaxAttempts = MaxAttempts,
                InitialBackoff = FirstBackoff,
                MaxBackoff = LastBackoff,
                BackoffMultiplier = 2,
                RetryableStatusCodes = { StatusCode.Unavailable },
            },
        };
        foreach (var (service, method) in IdempotentMethods)
            config.Names.Add(new MethodName { Service = $"{Package}.{service}", Method = method });
        return config;
    }
}
