using System.Net;
using System.Text;
using EntityRes.Hosting;
using Google.Protobuf;
using Grpc.Core;

namespace EntityRes.Services.Tests.Situations;

/// <summary>Sends one request over gRPC and as JSON, and holds both answers to be the same error.</summary>
internal static class BothWires
{
    private static readonly JsonParser Parser = new(JsonParser.Settings.Default.WithTypeRegistry(RequestErrors.DetailTypes));

    /// <summary>Sends a request that must be refused.</summary>
    /// <param name="call">The call over gRPC.</param>
    /// <param name="send">The same as JSON.</param>
    /// <param name="http">The HTTP status that JSON must have.</param>
    /// <returns>The error, the same on both wires.</returns>
    internal static async Task<Google.Rpc.Status> RefusedAsync(
        Func<Task> call, Func<Task<HttpResponseMessage>> send, HttpStatusCode http)
    {
        var refused = (await Assert.ThrowsAsync<RpcException>(call)).GetRpcStatus();
        Assert.NotNull(refused);
        using var answer = await send();
        var body = await answer.Content.ReadAsStringAsync();
        Assert.True(http == answer.StatusCode, $"{(int)answer.StatusCode}: {body}");
        Assert.Equal("application/json", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal(refused, Parser.Parse<Google.Rpc.Status>(body));
        return refused;
    }

    /// <inheritdoc cref="RefusedAsync(Func{Task}, Func{Task{HttpResponseMessage}}, HttpStatusCode)"/>
    internal static Task<Google.Rpc.Status> RefusedAsync<TRequest, TResponse>(
        Func<TRequest, AsyncUnaryCall<TResponse>> call, HttpClient client, string route, TRequest request, HttpStatusCode http)
        where TRequest : IMessage =>
        RefusedAsync(() => call(request).ResponseAsync, () => client.PostJsonAsync(route, JsonFormatter.Default.Format(request)), http);

    /// <summary>Posts JSON.</summary>
    internal static async Task<HttpResponseMessage> PostJsonAsync(this HttpClient client, string route, string json)
    {
        using var content = new StringContent(json, Encoding.UTF8, "application/json");
        return await client.PostAsync(new Uri(route, UriKind.Relative), content);
    }
}
