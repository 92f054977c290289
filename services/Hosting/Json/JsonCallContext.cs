using Grpc.AspNetCore.Server;
using Grpc.Core;
using Microsoft.AspNetCore.Http;

namespace EntityRes.Hosting.Json;

/// <summary>A JSON call as handlers and interceptors see a call: without deadline, and with trailers that nobody gets.</summary>
internal sealed class JsonCallContext(HttpContext http, IMethod method) : ServerCallContext, IServerCallContextFeature
{
    private const string HttpContextKey = "__HttpContext"; // where GetHttpContext() looks
    private const string BinarySuffix = "-bin";

    private readonly Dictionary<object, object> _state = new() { [HttpContextKey] = http };
    private Metadata? _headers;
    private Metadata? _trailers;

    ServerCallContext IServerCallContextFeature.ServerCallContext => this;

    protected override string MethodCore => method.FullName;

    protected override string HostCore => http.Request.Host.Value ?? "";

    protected override string PeerCore => $"{http.Connection.RemoteIpAddress}:{http.Connection.RemotePort}";

    protected override DateTime DeadlineCore => DateTime.MaxValue;

    protected override Metadata RequestHeadersCore => _headers ??= ReadHeaders();

    protected override CancellationToken CancellationTokenCore => http.RequestAborted;

    protected override Metadata ResponseTrailersCore => _trailers ??= [];

    protected override Status StatusCore { get; set; }

    protected override WriteOptions? WriteOptionsCore { get; set; }

    protected override AuthContext AuthContextCore { get; } = new(null, []);

    protected override IDictionary<object, object> UserStateCore => _state;

    protected override ContextPropagationToken CreatePropagationTokenCore(ContextPropagationOptions? options) =>
        throw new NotSupportedException("a JSON call is not propagated");

    protected override Task WriteResponseHeadersAsyncCore(Metadata responseHeaders)
    {
        foreach (var header in responseHeaders.Where(header => !header.IsBinary))
            http.Response.Headers.Append(header.Key, header.Value);
        return Task.CompletedTask;
    }

    private Metadata ReadHeaders()
    {
        var headers = new Metadata();
        foreach (var (name, value) in http.Request.Headers)
        {
            if (!name.EndsWith(BinarySuffix, StringComparison.OrdinalIgnoreCase))
                headers.Add(name, value.ToString());
        }

        return headers;
    }
}
