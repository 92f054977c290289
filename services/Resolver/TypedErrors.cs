using System.Net;
using EntityRes.Hosting;
using Google.Protobuf;
using Google.Rpc;
using Grpc.Core;

namespace EntityRes.Resolver;

/// <summary>Makes routes that are no RPCs answer errors as the JSON routes do: google.rpc.Status as JSON.</summary>
internal sealed class TypedErrors : IEndpointFilter
{
    private static readonly JsonFormatter Json = new(JsonFormatter.Settings.Default.WithTypeRegistry(RequestErrors.DetailTypes));

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        try
        {
            return await StoreErrors.AnswerAsync(async () => await next(context));
        }
        catch (RpcException refused) when (refused.GetRpcStatus() is not null)
        {
            return Answer(refused);
        }
    }

    private static IResult Answer(RpcException error)
    {
        var status = error.GetRpcStatus()!;
        return Results.Text(Json.Format(status), "application/json", statusCode: (int)HttpCodeOf((Code)status.Code));
    }

    private static HttpStatusCode HttpCodeOf(Code code) => code switch
    {
        Code.InvalidArgument => HttpStatusCode.BadRequest,
        Code.NotFound => HttpStatusCode.NotFound,
        Code.ResourceExhausted => HttpStatusCode.TooManyRequests,
        Code.Unavailable => HttpStatusCode.ServiceUnavailable,
        _ => HttpStatusCode.InternalServerError,
    };
}
