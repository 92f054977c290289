namespace EntityRes.Resolver;

/// <summary>Everything the resolver logs. Event ids 2000–2999, never reused. No document text, ever.</summary>
internal static partial class Log
{
    [LoggerMessage(EventId = 2000, Level = LogLevel.Information,
        Message = "Resolver ready: gRPC {GrpcAddress}, HTTP {HttpAddress}, catalogue {Catalogue}, {Store}")]
    internal static partial void Started(ILogger logger, Uri grpcAddress, Uri httpAddress, string catalogue, string store);
}
