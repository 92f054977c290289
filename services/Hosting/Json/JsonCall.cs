using Google.Protobuf;
using Grpc.AspNetCore.Server;
using Grpc.Core;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace EntityRes.Hosting.Json;

/// <summary>Answers JSON calls of one RPC.</summary>
/// <remarks>Thread-safe.</remarks>
internal sealed class JsonCall(GrpcMethodMetadata rpc, RpcHandler handler, JsonRequest request, ILogger log)
{
    private static readonly JsonFormatter Formatter = new(JsonFormatter.Settings.Default.WithFormatDefaultValues(true));

    /// <summary>Which RPC it is.</summary>
    internal GrpcMethodMetadata Metadata => rpc;

    internal async Task AnswerAsync(HttpContext context)
    {
        var call = new JsonCallContext(context, rpc.Method);
        context.Features.Set<IServerCallContextFeature>(call);
        try
        {
            await WriteAsync(context, await handler(await request.ReadAsync(context), call));
        }
        catch (RpcException refused)
        {
            call.Status = refused.Status;
            await ErrorResponse.WriteAsync(context, refused);
        }
        catch (Exception gone) when (gone is OperationCanceledException or IOException && context.RequestAborted.IsCancellationRequested)
        {
            call.Status = new Status(StatusCode.Cancelled, "");
            context.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
        }
#pragma warning disable CA1031 // the outermost place of a call: gRPC's own library ends calls in the same way
        catch (Exception failed)
#pragma warning restore CA1031
        {
            Log.CallFailed(log, failed, rpc.Method.FullName);
            call.Status = new Status(StatusCode.Unknown, "Exception was thrown by handler.");
            await ErrorResponse.WriteAsync(context, new RpcException(call.Status));
        }
    }

    private static async Task WriteAsync(HttpContext context, IMessage answer)
    {
        var body = JsonText.Of(answer, Formatter);
        context.Response.ContentType = "application/json; charset=utf-8";
        context.Response.ContentLength = body.Count;
        await context.Response.Body.WriteAsync(body, context.RequestAborted);
    }
}
