using System.Net;
using EntityRes.Hosting;
using EntityRes.Resolution.CanonicalIds;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Google.Rpc;
using Grpc.Core;

namespace EntityRes.Resolver;

/// <summary>Makes routes that are no RPCs answer errors as the JSON routes do: google.rpc.Status as JSON.</summary>
internal sealed class TypedErrors : IEndpointFilter
{
    private static readonly JsonFormatter Json = new(
        JsonFormatter.Settings.Default.WithTypeRegistry(TypeRegistry.FromFiles(ErrorDetailsReflection.Descriptor)));

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        try
        {
            return await next(context);
        }
        catch (StoreUnavailableException down)
        {
            return Answer(RequestErrors.Unavailable("STORE_UNAVAILABLE", $"the store of minted ids cannot be reached: {down.Message}"));
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
