using System.Net.Security;

namespace EntityRes.Client;

/// <summary>Where the services are and how they are called.</summary>
public sealed class EntityResClientOptions
{
    /// <summary>
    /// The resolver: <c>http://host:port</c>, <c>https://host:port</c> (TLS) or <c>dns:///host:port</c> (all addresses of a name, in turn).
    /// Default <c>http://127.0.0.1:50052</c>.
    /// </summary>
    public Uri ResolverAddress { get; set; } = new("http://127.0.0.1:50052");

    /// <summary>The extractor, for <see cref="EntityResClient.Extraction"/> only; forms as above. Default <c>http://127.0.0.1:50051</c>.</summary>
    public Uri ExtractorAddress { get; set; } = new("http://127.0.0.1:50051");

    /// <summary>
    /// How long a call with one answer may take, retries included, where the call itself names no deadline; above 0. Default 30 seconds.
    /// Streams last until their cancellation.
    /// </summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>The services' <c>ENTITYRES_ADMIN_TOKEN</c>, shown to <c>CatalogueService</c> only; null (the default) = none.</summary>
    public string? AdminToken { get; set; }

    /// <summary>Documents of a stream that were sent and whose answers the caller has not taken, at most; at least 1. Default 32.</summary>
    public int StreamInFlight { get; set; } = 32;

    /// <summary>The largest message sent or taken, in bytes; at least 1. Default 64 MiB, the services' limit.</summary>
    public int MaxMessageBytes { get; set; } = ServiceChannelSettings.DefaultMessageBytes;

    /// <summary>Whether <c>dns:</c> addresses are called with TLS; http and https say so themselves. True too when <see cref="Tls"/> names certificates. Default false.</summary>
    public bool UsesTls { get; set; }

    /// <summary>Certificates to trust and to show; null (the default) = trust what the machine trusts, show none.</summary>
    public SslClientAuthenticationOptions? Tls { get; set; }

    /// <summary>How often <c>dns:</c> addresses are looked up again; above 0. Default 30 seconds.</summary>
    public TimeSpan AddressRefresh { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Holds every option to its range.</summary>
    /// <exception cref="ArgumentException">One is out of it; the message names it.</exception>
    internal void Validate()
    {
        ServiceChannel.CheckAddress(ResolverAddress, nameof(ResolverAddress));
        ServiceChannel.CheckAddress(ExtractorAddress, nameof(ExtractorAddress));
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(Timeout, TimeSpan.Zero, nameof(Timeout));
        ArgumentOutOfRangeException.ThrowIfLessThan(StreamInFlight, 1, nameof(StreamInFlight));
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxMessageBytes, 1, nameof(MaxMessageBytes));
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(AddressRefresh, TimeSpan.Zero, nameof(AddressRefresh));
    }
}
