using System.Diagnostics;
using Grpc.AspNetCore.Server;
using Grpc.Core;
using Microsoft.AspNetCore.Http;

namespace EntityRes.Hosting.Telemetry;

/// <summary>Times every call by method and gRPC status, on gRPC and JSON.</summary>
internal sealed class CallTelemetry(ServiceMeter meter)
{
    internal async Task RunAsync(HttpContext context, RequestDelegate next)
    {
        var method = context.GetEndpoint()?.Metadata.GetMetadata<GrpcMethodMetadata>()?.Method;
        if (method is null)
        {
            await next(context);
            return;
        }

        var start = Stopwatch.GetTimestamp();
        try
        {
            await next(context);
        }
        finally
        {
            meter.Call(method.FullName, NameOf(StatusOf(context)), Stopwatch.GetElapsedTime(start));
        }
    }

    // Without a call context the handler never ran: the call was refused for load.
    private static StatusCode StatusOf(HttpContext context) =>
        context.Features.Get<IServerCallContextFeature>()?.ServerCallContext is not { } call ? StatusCode.ResourceExhausted
        : MessageErrors.IsUnreadable(call) ? StatusCode.InvalidArgument
        : call.Status.StatusCode;

    private static string NameOf(StatusCode status) => status switch
    {
        StatusCode.OK => "OK",
        StatusCode.Cancelled => "CANCELLED",
        StatusCode.InvalidArgument => "INVALID_ARGUMENT",
        StatusCode.DeadlineExceeded => "DEADLINE_EXCEEDED",
        StatusCode.NotFound => "NOT_FOUND",
        StatusCode.AlreadyExists => "ALREADY_EXISTS",
        StatusCode.PermissionDenied => "PERMISSION_DENIED",
        StatusCode.ResourceExhausted => "RESOURCE_EXHAUSTED",
        StatusCode.FailedPrecondition => "FAILED_PRECONDITION",
        StatusCode.Aborted => "ABORTED",
        StatusCode.OutOfRange => "OUT_OF_RANGE",
        StatusCode.Unimplemented => "UNIMPLEMENTED",
        StatusCode.Internal => "INTERNAL",
        StatusCode.Unavailable => "UNAVAILABLE",
        StatusCode.DataLoss => "DATA_LOSS",
        StatusCode.Unauthenticated => "UNAUTHENTICATED",
        _ => "UNKNOWN",
    };
}
