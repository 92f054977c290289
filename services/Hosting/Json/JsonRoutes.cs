using System.Diagnostics.CodeAnalysis;
using EntityRes.Hosting.Telemetry;
using Google.Protobuf.Reflection;
using Grpc.AspNetCore.Server;
using Grpc.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;
using ServiceDescriptor = Google.Protobuf.Reflection.ServiceDescriptor;

namespace EntityRes.Hosting.Json;

/// <summary>The JSON routes of gRPC services, as <c>google.api.http</c> in the protos names them.</summary>
/// <remarks>
/// A route is chosen before anything else sees the call, and bears the metadata of its RPC: what counts, limits and guards gRPC calls does
/// the same for JSON. The table of routes is made at the first call that needs it, since the descriptors of protobuf are slow to make.
/// </remarks>
public static class JsonRoutes
{
    private static readonly PathString Prefix = new("/v1");

    /// <summary>Lets a gRPC service answer JSON; a singleton, as are the interceptors that its options name.</summary>
    /// <typeparam name="TService">The class that answers.</typeparam>
    /// <param name="app">The host.</param>
    /// <param name="descriptor">The service's descriptor: <c>ExtractionService.Descriptor</c>.</param>
    /// <param name="bind">Its generated binding: <c>ExtractionService.BindService</c>.</param>
    public static void MapJson<[DynamicallyAccessedMembers(JsonService.Kept)] TService>(
        this WebApplication app, Func<ServiceDescriptor> descriptor, Action<ServiceBinderBase, TService> bind)
        where TService : class
    {
        ArgumentNullException.ThrowIfNull(app);
        app.Services.GetRequiredService<JsonRouteTable>().Add(() => JsonService.RoutesOf(app.Services, descriptor(), bind));
    }

    /// <summary>Chooses the route of a call that no endpoint took; has to run before <see cref="CallTelemetry"/> and <see cref="LoadLimiter"/>.</summary>
    internal static Task SelectAsync(HttpContext context, JsonRouteTable table, RequestDelegate next)
    {
        if (context.GetEndpoint() is not null || !context.Request.Path.StartsWithSegments(Prefix, StringComparison.OrdinalIgnoreCase))
            return next(context);
        var found = table.Find(context.Request.Path);
        if (found.Count == 0)
            return next(context); // answered 404
        if (found.FirstOrDefault(match => match.Route.HttpMethod == context.Request.Method) is not { Route: { } route, Values: { } values })
        {
            context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
            context.Response.Headers[HeaderNames.Allow] = string.Join(", ", found.Select(match => match.Route.HttpMethod).Distinct());
            return Task.CompletedTask;
        }

        context.Request.RouteValues = values;
        context.SetEndpoint(route.Endpoint);
        return next(context);
    }
}
