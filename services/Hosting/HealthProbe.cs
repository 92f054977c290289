using System.Security.Cryptography.X509Certificates;

namespace EntityRes.Hosting;

/// <summary>The <c>--healthcheck</c> switch: asks the service of the same settings whether it is ready.</summary>
/// <remarks>Containers have no curl; their health check runs the service's own binary with this switch.</remarks>
public static class HealthProbe
{
    /// <summary>The command line switch.</summary>
    public const string Switch = "--healthcheck";

    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(3);

    /// <summary>Asks <c>/readyz</c> on the loopback address.</summary>
    /// <param name="options">The service's settings.</param>
    /// <returns>0 when ready, else 1: the process's exit code.</returns>
    public static async Task<int> RunAsync(ServiceOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        using var handler = new SocketsHttpHandler();
        var scheme = "http";
        if (!string.IsNullOrEmpty(options.TlsCertificate))
        {
            scheme = "https";
            handler.SslOptions = Tls.Client(options, caFile: null);

            // The certificate names the service, not the loopback address: it must be the service's own.
            var own = (X509Certificate2)handler.SslOptions.ClientCertificates![0];
            handler.SslOptions.RemoteCertificateValidationCallback = (_, shown, _, _) => own.RawDataMemory.Span.SequenceEqual(shown?.GetRawCertData());
        }

        using var client = new HttpClient(handler) { Timeout = Timeout };
        try
        {
            using var answer = await client.GetAsync(new Uri($"{scheme}://127.0.0.1:{options.HttpPort}/readyz"));
            return answer.IsSuccessStatusCode ? 0 : 1;
        }
        catch (Exception unreachable) when (unreachable is HttpRequestException or TaskCanceledException)
        {
            return 1;
        }
    }
}
