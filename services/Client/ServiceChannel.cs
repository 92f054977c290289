using System.Net.Security;
using Grpc.Core;
using Grpc.Net.Client;
using Grpc.Net.Client.Balancer;
using Grpc.Net.Client.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace EntityRes.Client;

/// <summary>Opens channels to the services: retries, sizes, pings and load balancing as the services want them.</summary>
/// <remarks>
/// A call that did not reach the service is sent again where the contract marks the RPC as idempotent: a connection that was cut or a
/// service that restarts costs a second at most, not an error. Connections that went silent are found by pings.
/// </remarks>
public static class ServiceChannel
{
    private const string DnsScheme = "dns";
    private const int RetriedMessageBytes = 4 << 20; // a full text and its ids fit, else no retry
    private static readonly TimeSpan ReconnectBackoff = TimeSpan.FromMilliseconds(100); // shorter than the attempts of one call take
    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan PingDelay = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan PingTimeout = TimeSpan.FromSeconds(5);

    /// <summary>Opens a channel; it connects at the first call. Thread-safe, one a process and service is enough.</summary>
    /// <param name="address">
    /// <c>http://host:port</c>, <c>https://host:port</c> (TLS), or <c>dns:///host:port</c>: all addresses of a name, taken in turn call by call.
    /// </param>
    /// <param name="settings">Sizes, TLS and look-ups.</param>
    /// <exception cref="ArgumentException">The address is of no such form; a setting is out of range.</exception>
    public static GrpcChannel Open(Uri address, ServiceChannelSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(settings.AddressRefresh, TimeSpan.Zero);
        return Open(address, settings, new DnsResolverFactory(settings.AddressRefresh));
    }

    /// <summary>The same, with names looked up by something else.</summary>
    internal static GrpcChannel Open(Uri address, ServiceChannelSettings settings, ResolverFactory names)
    {
        CheckAddress(address, nameof(address));
        ArgumentOutOfRangeException.ThrowIfLessThan(settings.MaxMessageBytes, 1);
        var isBalanced = address.Scheme == DnsScheme;
        var usesTls = settings.UsesTls || NamesCertificates(settings.Tls);
        var service = new ServiceConfig { MethodConfigs = { RetryPolicies.Idempotent() } };
        if (isBalanced)
            service.LoadBalancingConfigs.Add(new RoundRobinConfig());
        return GrpcChannel.ForAddress(address, new GrpcChannelOptions
        {
            Credentials = isBalanced && !usesTls ? ChannelCredentials.Insecure : isBalanced ? ChannelCredentials.SecureSsl : null,
            ServiceProvider = isBalanced ? new ServiceCollection().AddSingleton(names).BuildServiceProvider() : null,
            LoggerFactory = settings.LoggerFactory,
            MaxReceiveMessageSize = settings.MaxMessageBytes,
            MaxSendMessageSize = settings.MaxMessageBytes,
            MaxRetryBufferPerCallSize = RetriedMessageBytes,
            MaxRetryAttempts = RetryPolicies.MaxAttempts,
            InitialReconnectBackoff = ReconnectBackoff,
            MaxReconnectBackoff = ReconnectBackoff,
            ServiceConfig = service,
            DisposeHttpClient = true,
            HttpHandler = new SocketsHttpHandler
            {
                SslOptions = settings.Tls ?? new(),
                EnableMultipleHttp2Connections = true,
                ConnectTimeout = ConnectTimeout,
                KeepAlivePingDelay = PingDelay,
                KeepAlivePingTimeout = PingTimeout,
                KeepAlivePingPolicy = HttpKeepAlivePingPolicy.WithActiveRequests,
            },
        });
    }

    private static bool NamesCertificates(SslClientAuthenticationOptions? tls) =>
        tls is { ClientCertificates.Count: > 0 } or { ClientCertificateContext: not null } or { CertificateChainPolicy: not null }
            or { RemoteCertificateValidationCallback: not null };

    /// <summary>Holds an address to the forms that <see cref="Open(Uri, ServiceChannelSettings)"/> takes.</summary>
    /// <param name="address">The address.</param>
    /// <param name="field">What the error names.</param>
    /// <exception cref="ArgumentException">It is of none of them.</exception>
    internal static void CheckAddress(Uri address, string field)
    {
        ArgumentNullException.ThrowIfNull(address, field);
        var isUsable = address.IsAbsoluteUri && address.Scheme switch
        {
            "http" or "https" => true,
            DnsScheme => address.AbsolutePath.Trim('/').Length > 0,
            _ => false,
        };
        if (!isUsable)
            throw new ArgumentException($"{field}: '{address}' is not of the form http://host:port, https://host:port or dns:///host:port", field);
    }
}
