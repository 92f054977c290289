using EntityRes.Hosting;
using Grpc.Core;

namespace EntityRes.Resolver;

/// <summary>Makes routes that are no RPCs answer errors as the JSON routes do: google.rpc.Status as JSON.</summary>
internal sealed class TypedErrors : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        try
        {
            return await StoreErrors.AnswerAsync(async () => await next(context));
        }
        catch (RpcException refused) when (refused.GetRpcStatus() is not null)
        {
            await ErrorResponse.WriteAsync(context.HttpContext, refused);
            return Results.Empty;
        }
    }
}
