using System.ComponentModel.DataAnnotations;

namespace EntityRes.Hosting;

/// <summary>Where a service listens and how much it takes on at once.</summary>
public sealed class ServiceOptions
{
    /// <summary>TCP port of gRPC over HTTP/2; 0 = any free one. Environment: <c>ENTITYRES_GRPC_PORT</c>.</summary>
    [Range(0, 65535)]
    public int GrpcPort { get; set; }

    /// <summary>TCP port of the HTTP/1.1 routes; 0 = any free one. Environment: <c>ENTITYRES_HTTP_PORT</c>.</summary>
    [Range(0, 65535)]
    public int HttpPort { get; set; }

    /// <summary>IP address to listen on. Default 127.0.0.1. Environment: <c>ENTITYRES_BIND</c>.</summary>
    [Required]
    public string Bind { get; set; } = "127.0.0.1";

    /// <summary>
    /// PEM file of the certificate that both ports show; null (the default) = no TLS. Environment: <c>ENTITYRES_TLS_CERTIFICATE</c>.
    /// </summary>
    public string? TlsCertificate { get; set; }

    /// <summary>PEM file of its key; null = in the certificate's file. Environment: <c>ENTITYRES_TLS_KEY</c>.</summary>
    public string? TlsKey { get; set; }

    /// <summary>
    /// PEM file of the authorities that a caller's certificate must come from (mutual TLS); null (the default) = callers need none.
    /// Environment: <c>ENTITYRES_TLS_CLIENT_CA</c>.
    /// </summary>
    public string? TlsClientCa { get; set; }

    /// <summary>Calls worked on at once, streams apart. Default 64. Environment: <c>ENTITYRES_MAX_CONCURRENT_CALLS</c>.</summary>
    [Range(1, 100_000)]
    public int MaxConcurrentCalls { get; set; } = 64;

    /// <summary>
    /// Calls that wait for others to end; the next is refused. Default 512. Environment: <c>ENTITYRES_MAX_QUEUED_CALLS</c>.
    /// </summary>
    [Range(0, 100_000)]
    public int MaxQueuedCalls { get; set; } = 512;

    /// <summary>Streams open at once; the next is refused. Default 64. Environment: <c>ENTITYRES_MAX_STREAMS</c>.</summary>
    [Range(1, 100_000)]
    public int MaxStreams { get; set; } = 64;

    /// <summary>
    /// Documents of one stream that are read and not yet taken by the caller. Default 8. Environment:
    /// <c>ENTITYRES_STREAM_IN_FLIGHT</c>.
    /// </summary>
    [Range(1, 1_000)]
    public int StreamInFlight { get; set; } = 8;
}
