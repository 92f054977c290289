using EntityRes.V1;
using Google.Protobuf.Reflection;
using Grpc.Core;
using Grpc.Net.Client.Configuration;
using MethodConfig = Grpc.Net.Client.Configuration.MethodConfig;

namespace EntityRes.Client;

/// <summary>Which RPCs are sent again when they did not reach a service, as gRPC service config.</summary>
/// <remarks>The contract decides: RPCs whose <c>idempotency_level</c> is set. What changes the catalogue is never sent twice.</remarks>
internal static class RetryPolicies
{
    internal const int MaxAttempts = 5;
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
        foreach (var method in IdempotentMethods())
            config.Names.Add(new MethodName { Service = method.Service.FullName, Method = method.Name });
        return config;
    }

    /// <summary>The RPCs that change nothing, or nothing more when they are sent twice.</summary>
    internal static IEnumerable<MethodDescriptor> IdempotentMethods() =>
        new[] { ExtractionService.Descriptor, ResolutionService.Descriptor, CatalogueService.Descriptor }
            .SelectMany(service => service.Methods)
            .Where(method => method.GetOptions() is { IdempotencyLevel: not MethodOptions.Types.IdempotencyLevel.IdempotencyUnknown });
}
