using System.Diagnostics.CodeAnalysis;
using Google.Api;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Grpc.AspNetCore.Server;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using ServiceDescriptor = Google.Protobuf.Reflection.ServiceDescriptor;

namespace EntityRes.Hosting.Json;

/// <summary>Finds the unary RPCs of a service, each behind the interceptors that gRPC calls of it pass.</summary>
internal sealed class JsonService : ServiceBinderBase
{
    /// <summary>What the metadata of gRPC methods wants of a service.</summary>
    internal const DynamicallyAccessedMemberTypes Kept = DynamicallyAccessedMemberTypes.PublicConstructors
        | DynamicallyAccessedMemberTypes.PublicMethods | DynamicallyAccessedMemberTypes.NonPublicMethods;

    private readonly Dictionary<string, (IMethod Method, RpcHandler Handler)> _unary = new(StringComparer.Ordinal);
    private readonly Interceptor[] _interceptors; // outermost first

    private JsonService(IEnumerable<Interceptor> interceptors) => _interceptors = [.. interceptors];

    /// <summary>Makes the routes of a service.</summary>
    /// <exception cref="NotSupportedException">A rule of the service is of a form that is not served, or on a stream.</exception>
    internal static IEnumerable<JsonRoute> RoutesOf<[DynamicallyAccessedMembers(Kept)] TService>(
        IServiceProvider services, ServiceDescriptor descriptor, Action<ServiceBinderBase, TService> bind)
        where TService : class
    {
        var log = services.GetRequiredService<ILoggerFactory>().CreateLogger<JsonCall>();
        var service = new JsonService(InterceptorsOf<TService>(services));
        bind(service, services.GetRequiredService<TService>());
        foreach (var method in descriptor.Methods)
        {
            if (method.GetOptions()?.GetExtension(AnnotationsExtensions.Http) is not { } rule)
                continue;
            if (!service._unary.TryGetValue(method.Name, out var unary))
                throw new NotSupportedException($"no JSON route can be made of the stream {method.FullName}");
            yield return new JsonRoute(rule, new JsonCall(
                new GrpcMethodMetadata(typeof(TService), unary.Method), unary.Handler, new JsonRequest(method.InputType, rule), log));
        }
    }

    public override void AddMethod<TRequest, TResponse>(Method<TRequest, TResponse> method, UnaryServerMethod<TRequest, TResponse>? handler)
    {
        var call = handler!;
        foreach (var interceptor in _interceptors.Reverse())
        {
            var next = call;
            call = (request, context) => interceptor.UnaryServerHandler(request, context, next);
        }

        _unary.Add(method.Name, (method, async (request, context) => (IMessage)await call((TRequest)request, context)));
    }

    // Streams have no JSON.
    public override void AddMethod<TRequest, TResponse>(Method<TRequest, TResponse> method, ClientStreamingServerMethod<TRequest, TResponse>? handler)
    {
    }

    public override void AddMethod<TRequest, TResponse>(Method<TRequest, TResponse> method, ServerStreamingServerMethod<TRequest, TResponse>? handler)
    {
    }

    public override void AddMethod<TRequest, TResponse>(Method<TRequest, TResponse> method, DuplexStreamingServerMethod<TRequest, TResponse>? handler)
    {
    }

    private static IEnumerable<Interceptor> InterceptorsOf<TService>(IServiceProvider services)
        where TService : class =>
        services.GetRequiredService<IOptions<GrpcServiceOptions>>().Value.Interceptors
            .Concat(services.GetRequiredService<IOptions<GrpcServiceOptions<TService>>>().Value.Interceptors)
            .Select(registered => (Interceptor)services.GetRequiredService(registered.Type));
}
