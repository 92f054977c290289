using EntityRes.V1;
using Grpc.Core;
using Grpc.Core.Interceptors;

namespace EntityRes.Client;

/// <summary>Gives every call what it does not say itself: a deadline where there is one answer, the token where changes are made.</summary>
internal sealed class CallDefaults(TimeSpan timeout, string? adminToken) : Interceptor
{
    private const string AuthorizationHeader = "authorization";

    public override TResponse BlockingUnaryCall<TRequest, TResponse>(
        TRequest request, ClientInterceptorContext<TRequest, TResponse> context, BlockingUnaryCallContinuation<TRequest, TResponse> continuation) =>
        continuation(request, WithDeadline(WithToken(context)));

    public override AsyncUnaryCall<TResponse> AsyncUnaryCall<TRequest, TResponse>(
        TRequest request, ClientInterceptorContext<TRequest, TResponse> context, AsyncUnaryCallContinuation<TRequest, TResponse> continuation) =>
        continuation(request, WithDeadline(WithToken(context)));

    public override AsyncServerStreamingCall<TResponse> AsyncServerStreamingCall<TRequest, TResponse>(
        TRequest request, ClientInterceptorContext<TRequest, TResponse> context,
        AsyncServerStreamingCallContinuation<TRequest, TResponse> continuation) => continuation(request, WithToken(context));

    private ClientInterceptorContext<TRequest, TResponse> WithDeadline<TRequest, TResponse>(ClientInterceptorContext<TRequest, TResponse> context)
        where TRequest : class where TResponse : class =>
        context.Options.Deadline is null ? With(context, context.Options.WithDeadline(DateTime.UtcNow + timeout)) : context;

    private ClientInterceptorContext<TRequest, TResponse> WithToken<TRequest, TResponse>(ClientInterceptorContext<TRequest, TResponse> context)
        where TRequest : class where TResponse : class
    {
        if (adminToken is null || context.Method.ServiceName != CatalogueService.Descriptor.FullName
            || context.Options.Headers?.Get(AuthorizationHeader) is not null)
        {
            return context;
        }

        var headers = new Metadata { { AuthorizationHeader, $"Bearer {adminToken}" } };
        foreach (var entry in context.Options.Headers ?? [])
            headers.Add(entry);
        return With(context, context.Options.WithHeaders(headers));
    }

    private static ClientInterceptorContext<TRequest, TResponse> With<TRequest, TResponse>(
        ClientInterceptorContext<TRequest, TResponse> context, CallOptions options)
        where TRequest : class where TResponse : class => new(context.Method, context.Host, options);
}
