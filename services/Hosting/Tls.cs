using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Server.Kestrel.Https;

namespace EntityRes.Hosting;

/// <summary>TLS from PEM files: what a service shows, whom it trusts as client, whom it trusts as server.</summary>
public static class Tls
{
    /// <summary>What a service's ports speak: null = no TLS.</summary>
    /// <param name="options">The certificate and, for mutual TLS, the authority of the clients.</param>
    /// <exception cref="InvalidDataException">A file cannot be read as PEM; names the setting.</exception>
    internal static HttpsConnectionAdapterOptions? Server(ServiceOptions options)
    {
        if (ReadCertificate(options) is not { } certificate)
            return null;
        var https = new HttpsConnectionAdapterOptions { ServerCertificate = certificate };
        if (!string.IsNullOrEmpty(options.TlsClientCa))
        {
            var authorities = ReadAuthorities(nameof(options.TlsClientCa), options.TlsClientCa);
            https.ClientCertificateMode = ClientCertificateMode.RequireCertificate;
            https.ClientCertificateValidation = (shown, _, _) => IsSignedBy(authorities, shown);
        }

        return https;
    }

    /// <summary>How a service speaks to another one over TLS: it shows its own certificate when it has one.</summary>
    /// <param name="options">Its own certificate.</param>
    /// <param name="caFile">PEM file with the authorities that the other's certificate must come from; null = the machine's.</param>
    /// <exception cref="InvalidDataException">A file cannot be read as PEM; names the setting.</exception>
    public static SslClientAuthenticationOptions Client(ServiceOptions options, string? caFile)
    {
        ArgumentNullException.ThrowIfNull(options);
        var client = new SslClientAuthenticationOptions();
        if (ReadCertificate(options) is { } certificate)
            client.ClientCertificates = [certificate];
        if (!string.IsNullOrEmpty(caFile))
        {
            client.CertificateChainPolicy = new X509ChainPolicy
            {
                TrustMode = X509ChainTrustMode.CustomRootTrust,
                RevocationMode = X509RevocationMode.NoCheck,
            };
            client.CertificateChainPolicy.CustomTrustStore.AddRange(ReadAuthorities("ExtractorCa", caFile));
        }

        return client;
    }

    private static bool IsSignedBy(X509Certificate2Collection authorities, X509Certificate2 shown)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck; // an authority of one's own has no revocation list
        chain.ChainPolicy.CustomTrustStore.AddRange(authorities);
        return chain.Build(shown);
    }

    private static X509Certificate2? ReadCertificate(ServiceOptions options)
    {
        if (string.IsNullOrEmpty(options.TlsCertificate))
            return string.IsNullOrEmpty(options.TlsClientCa)
                ? null
                : throw new InvalidDataException($"{nameof(options.TlsCertificate)}: is required when {nameof(options.TlsClientCa)} is set");
        try
        {
            return X509Certificate2.CreateFromPemFile(options.TlsCertificate, options.TlsKey);
        }
        catch (Exception unreadable) when (unreadable is IOException or CryptographicException or UnauthorizedAccessException)
        {
            throw new InvalidDataException($"{nameof(options.TlsCertificate)}, {nameof(options.TlsKey)}: {unreadable.Message}", unreadable);
        }
    }

    private static X509Certificate2Collection ReadAuthorities(string setting, string file)
    {
        var authorities = new X509Certificate2Collection();
        try
        {
            authorities.ImportFromPemFile(file);
        }
        catch (Exception unreadable) when (unreadable is IOException or CryptographicException or UnauthorizedAccessException)
        {
            throw new InvalidDataException($"{setting}: {unreadable.Message}", unreadable);
        }

        return authorities.Count > 0 ? authorities : throw new InvalidDataException($"{setting}: {file} has no certificate");
    }
}
