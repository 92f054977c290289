using System.Net;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace EntityRes.Cli.Load;

/// <summary>Hosts the echo, as bare as a gRPC server can be: the yardstick of <c>load</c>.</summary>
internal static class EchoHost
{
    /// <summary>Builds the host.</summary>
    /// <param name="port">TCP port on the loopback address; 0 = any free one.</param>
    internal static WebApplication Build(int port)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, port, listen => listen.Protocols = HttpProtocols.Http2);
        });
        builder.Logging.ClearProviders();
        builder.Services.AddGrpc();
        builder.Services.AddSingleton<EchoService>();
        var app = builder.Build();
        app.MapGrpcService<EchoService>();
        return app;
    }
}
