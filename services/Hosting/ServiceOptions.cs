using System.ComponentModel.DataAnnotations;

namespace EntityRes.Hosting;

/// <summary>Where a service listens.</summary>
public sealed class ServiceOptions
{
    /// <summary>TCP port of gRPC over HTTP/2 without TLS; 0 = any free one. Environment: <c>ENTITYRES_GRPC_PORT</c>.</summary>
    [Range(0, 65535)]
    public int GrpcPort { get; set; }

    /// <summary>TCP port of the HTTP/1.1 routes; 0 = any free one. Environment: <c>ENTITYRES_HTTP_PORT</c>.</summary>
    [Range(0, 65535)]
    public int HttpPort { get; set; }

    /// <summary>IP address to listen on. Default 127.0.0.1. Environment: <c>ENTITYRES_BIND</c>.</summary>
    [Required]
    public string Bind { get; set; } = "127.0.0.1";
}
