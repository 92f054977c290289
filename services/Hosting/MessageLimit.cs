using Grpc.AspNetCore.Server;
using Grpc.Core;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace EntityRes.Hosting;

/// <summary>Gives a message over <see cref="Limits.MessageBytes"/> the details that every other limit has.</summary>
/// <remarks>The gRPC library refuses such a message while it reads it, before any code of a service sees it, and says only the number.</remarks>
internal static class MessageLimit
{
    private const string StatusTrailer = "grpc-status";
    private const string DetailsTrailer = "grpc-status-details-bin";
    private static readonly string Exhausted = ((int)StatusCode.ResourceExhausted).ToString(System.Globalization.CultureInfo.InvariantCulture);

    internal static async Task RunAsync(HttpContext context, RequestDelegate next)
    {
        if (context.Request.ContentLength > Limits.MessageBytes && IsRpc(context))
        {
            await ErrorResponse.WriteAsync(context, Refusal());
            return;
        }

        await next(context);
        var trailers = context.Features.Get<IHttpResponseTrailersFeature>()?.Trailers;
        if (trailers is null || trailers.IsReadOnly || trailers[StatusTrailer] != Exhausted || trailers.ContainsKey(DetailsTrailer))
            return;
        foreach (var (name, value) in ErrorResponse.TrailersOf(Refusal().GetRpcStatus()!))
            trailers[name] = value;
    }

    private static RpcException Refusal() => RequestErrors.ResourceExhausted("message", $"is over {Limits.MessageBytes} bytes");

    private static bool IsRpc(HttpContext context) => context.GetEndpoint()?.Metadata.GetMetadata<GrpcMethodMetadata>() is not null;
}
