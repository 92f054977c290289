using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using EntityRes.Resolution.CanonicalIds;
using EntityRes.Resolver.Stores;
using EntityRes.TestKit;

namespace EntityRes.Services.Tests.Stores;

/// <summary>What a connection string alone must do: passwords, TLS and Sentinel.</summary>
public sealed class RedisConnectionTests : IDisposable
{
    private const string Password = "correct-horse";
    private const string WrongPassword = "battery-staple";
    private const string IssuerVariable = "SERedis_IssuerCertPath"; // StackExchange.Redis reads it at each handshake
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly string _folder = Directory.CreateTempSubdirectory("entityres-tls-").FullName;

    [RedisServerFact]
    public async Task A_password_opens_the_server()
    {
        await using var redis = await RedisServer.StartAsync("--requirepass", Password);
        await using var store = await RedisIdentityStore.OpenAsync($"{redis.ConnectionString},password={Password}");
        await IdentityStoreContract.HoldAsync(store, store);
    }

    [RedisServerFact]
    public async Task A_wrong_password_is_unavailable_and_is_told_to_nobody()
    {
        await using var redis = await RedisServer.StartAsync("--requirepass", Password);
        foreach (var credentials in new[] { "", $",password={WrongPassword}", $",user=resolver,password={WrongPassword}" })
        {
            await using var store = await RedisIdentityStore.OpenAsync(redis.ConnectionString + credentials);
            var refused = await AssertRefusesAsync(store);
            Assert.DoesNotContain(WrongPassword, refused.ToString(), StringComparison.Ordinal);
        }
    }

    [RedisServerFact]
    public async Task A_user_with_nothing_but_the_commands_and_keys_of_the_store_holds_the_contract()
    {
        await using var redis = await RedisServer.StartAsync();
        const string commands = "+get +set +exists +scan +eval +evalsha +script|load +xadd +xrange +xrevrange +wait +ping +echo +info";
        Assert.Equal("+OK", await redis.SendAsync($"ACL SETUSER resolver on >{Password} ~er:2:* {commands}"));
        Assert.Equal("+OK", await redis.SendAsync("ACL SETUSER default off"));
        await using var store = await RedisIdentityStore.OpenAsync($"{redis.ConnectionString},user=resolver,password={Password}");
        await IdentityStoreContract.HoldAsync(store, store);

        await using var demanding = await RedisIdentityStore.OpenAsync(
            $"{redis.ConnectionString},user=resolver,password={Password}", acknowledgements: 1);
        Assert.Equal("0 replicas have the write, 1 are demanded", (await AssertRefusesMintsAsync(demanding)).Message);
    }

    [RedisServerFact]
    public async Task A_certificate_of_a_trusted_issuer_is_accepted_and_any_other_refused()
    {
        var trusted = IssueCertificate("trusted");
        var foreign = IssueCertificate("foreign");
        var port = RedisServer.FreePort().ToString(CultureInfo.InvariantCulture);
        await using var redis = await RedisServer.StartAsync(
            "--tls-port", port, "--tls-cert-file", trusted.Certificate, "--tls-key-file", trusted.Key, "--tls-auth-clients", "no");
        var connectionString = $"127.0.0.1:{port},ssl=true";
        try
        {
            foreach (var issuer in new[] { null, foreign.Issuer })
            {
                Environment.SetEnvironmentVariable(IssuerVariable, issuer);
                await using var refusing = await RedisIdentityStore.OpenAsync(connectionString);
                await AssertRefusesAsync(refusing);
            }

            Environment.SetEnvironmentVariable(IssuerVariable, trusted.Issuer);
            await using var store = await RedisIdentityStore.OpenAsync(connectionString);
            await IdentityStoreContract.HoldAsync(store, store);
        }
        finally
        {
            Environment.SetEnvironmentVariable(IssuerVariable, null);
        }
    }

    [RedisServerFact]
    public async Task What_was_acknowledged_outlives_the_master_that_sentinels_replace()
    {
        await using var redis = await RedisSentinel.StartAsync(replicas: 2);
        await using var store = await RedisIdentityStore.OpenAsync(redis.ConnectionString, acknowledgements: 1);
        var minted = new List<MintedEntity>();
        for (var i = 0; i < 20; i++)
            minted.AddRange(await IdentityStoreContract.MintAsync(store, [.. Enumerable.Range(0, 10).Select(j => IdentityStoreContract.Sighting($"Before {i} {j}"))]));

        await redis.Servers[0].KillAsync();
        var after = await MintOnceAvailableAsync(store, "After the master's end");
        Assert.True(await store.IsUsableAsync(default));
        minted.AddRange(after);
        minted.AddRange(await MintOnceAvailableAsync(store, "Later still")); // the replica may still be following anew

        var found = await IdentityStoreContract.FindAsync(store, minted.Select(entity => entity.Id));
        Assert.Equal(202, minted.Select(entity => entity.Id).Distinct().Count());
        Assert.Equal(minted.Select(entity => entity.Name), found.Select(entity => entity?.Name));
    }

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static async Task<StoreUnavailableException> AssertRefusesAsync(RedisIdentityStore store)
    {
        Assert.False(await store.IsUsableAsync(default));
        return await AssertRefusesMintsAsync(store);
    }

    private static async Task<StoreUnavailableException> AssertRefusesMintsAsync(RedisIdentityStore store) =>
        await Assert.ThrowsAsync<StoreUnavailableException>(
            async () => await IdentityStoreContract.MintAsync(store, IdentityStoreContract.Sighting("Acme Corp.")));

    // A store may be usable before the other replica follows the new master and can acknowledge.
    private static async Task<IReadOnlyList<MintedEntity>> MintOnceAvailableAsync(RedisIdentityStore store, string name)
    {
        using var patience = new CancellationTokenSource(Patience);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (true)
        {
            try
            {
                return await IdentityStoreContract.MintAsync(store, IdentityStoreContract.Sighting(name));
            }
            catch (StoreUnavailableException)
            {
                await timer.WaitForNextTickAsync(patience.Token);
            }
        }
    }

    // An issuer of its own and a certificate for the loopback address, as PEM files.
    private (string Issuer, string Certificate, string Key) IssueCertificate(string name)
    {
        var (from, until) = (DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        using var issuerKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var issuerRequest = new CertificateRequest($"CN=Issuer {name}", issuerKey, HashAlgorithmName.SHA256);
        issuerRequest.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        using var issuer = issuerRequest.CreateSelfSigned(from, until);

        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.1")], critical: false)); // a server's
        using var certificate = request.Create(issuer, from, until, RandomNumberGenerator.GetBytes(8));
        return (
            Write($"{name}-issuer.pem", issuer.ExportCertificatePem()),
            Write($"{name}.pem", certificate.ExportCertificatePem()),
            Write($"{name}.key", key.ExportPkcs8PrivateKeyPem()));
    }

    private string Write(string file, string text)
    {
        var path = Path.Combine(_folder, file);
        File.WriteAllText(path, text);
        return path;
    }
}
