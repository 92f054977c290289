using System.Net.Security;
using Microsoft.Extensions.Logging;

namespace EntityRes.Client;

/// <summary>How a channel to one of the services behaves.</summary>
public sealed record ServiceChannelSettings
{
    /// <summary>Bytes of a message: the services' own limit, 64 MiB.</summary>
    public const int DefaultMessageBytes = 64 << 20;

    /// <summary>The largest message sent or taken, in bytes; at least 1. Default <see cref="DefaultMessageBytes"/>.</summary>
    public int MaxMessageBytes { get; init; } = DefaultMessageBytes;

    /// <summary>Whether a <c>dns:</c> address is called with TLS; with http and https the address itself says so. True too when <see cref="Tls"/> names certificates. Default false.</summary>
    public bool UsesTls { get; init; }

    /// <summary>Certificates to trust and to show; null (the default) = trust what the machine trusts, show none.</summary>
    public SslClientAuthenticationOptions? Tls { get; init; }

    /// <summary>
    /// How often a <c>dns:</c> address is looked up again, so that new replicas are found; above 0. Default 30 seconds. A lost connection is
    /// a reason to look at once, whatever this says.
    /// </summary>
    public TimeSpan AddressRefresh { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Where the channel logs; null (the default) = nowhere.</summary>
    public ILoggerFactory? LoggerFactory { get; init; }
}
