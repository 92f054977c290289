namespace EntityRes.Resolver;

/// <summary>Everything the resolver logs. Event ids 2000–2999, never reused. No document text, ever.</summary>
internal static partial class Log
{
    [LoggerMessage(EventId = 2000, Level = LogLevel.Information,
        Message = "Resolver ready: gRPC {GrpcAddress}, HTTP {HttpAddress}, catalogue {Catalogue}, {Store}")]
    internal static partial void Started(ILogger logger, Uri grpcAddress, Uri httpAddress, string catalogue, string store);

    [LoggerMessage(EventId = 2001, Level = LogLevel.Warning, Message = "The ledger cannot be read, this replica may miss changes: {Reason}")]
    internal static partial void LedgerIsGone(ILogger logger, string reason);

    [LoggerMessage(EventId = 2002, Level = LogLevel.Information, Message = "The ledger is read again")]
    internal static partial void LedgerIsBack(ILogger logger);

    [LoggerMessage(EventId = 2003, Level = LogLevel.Warning, Message = "Evidence of {Count} sightings waits for the store: {Reason}")]
    internal static partial void EvidenceWaits(ILogger logger, int count, string reason);
}
