namespace EntityRes.Extractor;

/// <summary>Everything the extractor logs. Event ids 1000–1999, never reused. No document text, ever.</summary>
internal static partial class Log
{
    [LoggerMessage(EventId = 1000, Level = LogLevel.Information,
        Message = "Extractor ready: gRPC {GrpcAddress}, HTTP {HttpAddress}, model {Model}")]
    internal static partial void Started(ILogger logger, Uri grpcAddress, Uri httpAddress, string model);
}
