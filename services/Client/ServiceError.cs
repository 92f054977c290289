using Google.Rpc;
using Grpc.Core;

namespace EntityRes.Client;

/// <summary>An error of a service with its details read.</summary>
/// <param name="StatusCode">What kind of error it is.</param>
/// <param name="Message">One sentence for people.</param>
/// <param name="Reason">Stable upper-case name of the cause (<c>ENTITY_NOT_FOUND</c>, <c>STORE_UNAVAILABLE</c>); "" when the service gave none.</param>
/// <param name="Fields">Fields of the request that are wrong (INVALID_ARGUMENT), in the order of the service.</param>
/// <param name="Limits">Limits that are exceeded (RESOURCE_EXHAUSTED): <c>document.text</c>, <c>calls</c>.</param>
/// <param name="RetryAfter">When the same call is worth another try; null when the service does not say.</param>
public sealed record ServiceError(
    StatusCode StatusCode, string Message, string Reason, IReadOnlyList<FieldError> Fields, IReadOnlyList<FieldError> Limits, TimeSpan? RetryAfter)
{
    /// <summary>Reads a failed call.</summary>
    /// <param name="failed">What the call threw.</param>
    public static ServiceError Of(RpcException failed)
    {
        ArgumentNullException.ThrowIfNull(failed);
        return failed.Trailers.GetRpcStatus(ignoreParseError: true) is { } status
            ? Of(status) : new ServiceError(failed.StatusCode, failed.Status.Detail, "", [], [], RetryAfter: null);
    }

    /// <summary>Reads the error of one document of a stream.</summary>
    /// <param name="status">The error as it was sent.</param>
    public static ServiceError Of(Google.Rpc.Status status)
    {
        ArgumentNullException.ThrowIfNull(status);
        return new ServiceError(
            (StatusCode)status.Code, status.Message, status.GetDetail<ErrorInfo>()?.Reason ?? "",
            [.. (status.GetDetail<BadRequest>()?.FieldViolations ?? []).Select(violation => new FieldError(violation.Field, violation.Description))],
            [.. (status.GetDetail<QuotaFailure>()?.Violations ?? []).Select(violation => new FieldError(violation.Subject, violation.Description))],
            status.GetDetail<RetryInfo>()?.RetryDelay?.ToTimeSpan());
    }

    /// <summary>The kind of error and its sentence, on one line.</summary>
    public override string ToString() => $"{StatusCode}: {Message}";
}
