using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace EntityRes.Services.Tests.Situations;

/// <summary>A JSON call whose body never ends: it holds its place in a service until it is disposed of.</summary>
internal sealed class HeldCall : IDisposable
{
    private readonly TcpClient _connection = new();

    internal static async Task<HeldCall> StartAsync(Uri service, string route = "/v1/extract")
    {
        var call = new HeldCall();
        await call._connection.ConnectAsync(service.Host, service.Port);
        var head = string.Create(
            CultureInfo.InvariantCulture,
            $"POST {route} HTTP/1.1\r\nHost: {service.Authority}\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{{");
        await call._connection.GetStream().WriteAsync(Encoding.ASCII.GetBytes(head));
        return call;
    }

    public void Dispose() => _connection.Dispose();
}
