using System.Net;
using System.Security.Cryptography;
using System.Text;
using Grpc.Core;
using Microsoft.AspNetCore.Http;

namespace EntityRes.Hosting;

/// <summary>Who may change the shared state: whoever shows the configured token; with none configured, only this machine.</summary>
/// <remarks>
/// Thread-safe. Tokens are compared by their SHA-256 in constant time: neither their length nor how many characters are right shows.
/// Without a token, a call that came through a proxy, or that names this machine by another name than loopback (as a web page does
/// that has its name point here), counts as from elsewhere.
/// </remarks>
public sealed class AdminAccess
{
    /// <summary>The environment variable of the token.</summary>
    public const string TokenVariable = "ENTITYRES_ADMIN_TOKEN";

    private const string Scheme = "Bearer ";
    private static readonly string[] ProxyHeaders = ["Forwarded", "X-Forwarded-For", "X-Real-IP"];

    private readonly byte[]? _tokenHash; // null: no token is configured

    /// <summary>Prepares the check.</summary>
    /// <param name="token">The token that callers must show; null or empty = none, which leaves loopback callers.</param>
    public AdminAccess(string? token)
    {
        if (!string.IsNullOrEmpty(token))
            _tokenHash = Hash(token);
    }

    /// <summary>Whether a token is configured.</summary>
    public bool DemandsToken => _tokenHash is not null;

    /// <summary>Lets an authorised call pass.</summary>
    /// <exception cref="RpcException">
    /// UNAUTHENTICATED (reason ADMIN_TOKEN_REQUIRED) without the right token; PERMISSION_DENIED (reason ADMIN_FROM_LOOPBACK_ONLY) from
    /// elsewhere while no token is configured.
    /// </exception>
    public void Demand(ServerCallContext context) => Demand(context.GetHttpContext());

    /// <inheritdoc cref="Demand(ServerCallContext)"/>
    public void Demand(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (_tokenHash is not null)
        {
            if (!ShowsToken(context.Request.Headers.Authorization, _tokenHash))
                throw RequestErrors.Unauthenticated("ADMIN_TOKEN_REQUIRED", "the header authorization: Bearer <token> is missing or wrong");
        }
        else if (!IsFromThisMachine(context))
        {
            throw RequestErrors.PermissionDenied(
                "ADMIN_FROM_LOOPBACK_ONLY", $"{TokenVariable} is not set: only callers on this machine may change the shared state");
        }
    }

    private static bool ShowsToken(string? header, byte[] expectedHash) =>
        header is not null
        && header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
        && CryptographicOperations.FixedTimeEquals(Hash(header[Scheme.Length..]), expectedHash);

    private static bool IsFromThisMachine(HttpContext context) =>
        context.Connection.RemoteIpAddress is { } caller && IPAddress.IsLoopback(caller)
        && !ProxyHeaders.Any(context.Request.Headers.ContainsKey)
        && IsLoopbackName(context.Request.Host.Host);

    private static bool IsLoopbackName(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.AsSpan().Trim("[]"), out var address) && IPAddress.IsLoopback(address));

    private static byte[] Hash(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));
}
