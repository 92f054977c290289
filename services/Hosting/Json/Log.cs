using Microsoft.Extensions.Logging;

namespace EntityRes.Hosting.Json;

/// <summary>Everything the JSON routes log. Event ids 3000–3999, never reused. No document text, ever.</summary>
internal static partial class Log
{
    [LoggerMessage(EventId = 3000, Level = LogLevel.Error, Message = "The handler of {Method} failed on a JSON call")]
    internal static partial void CallFailed(ILogger logger, Exception failed, string method);
}
