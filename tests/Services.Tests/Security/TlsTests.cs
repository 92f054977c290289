using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using EntityRes.Extractor;
using EntityRes.Hosting;
using EntityRes.Resolver;
using EntityRes.V1;
using Grpc.Core;
using Grpc.Net.Client;

namespace EntityRes.Services.Tests.Security;

public sealed class TlsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("entityres-tls-").FullName;
    private readonly X509Certificate2 _authority = Authority("authority");

    public TlsTests()
    {
        File.WriteAllText(PathOf("ca.pem"), _authority.ExportCertificatePem());
        Issue("service");
        Issue("client");
    }

    public void Dispose()
    {
        _authority.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Both_services_speak_mutual_tls_to_callers_and_to_each_other()
    {
        string[] tls =
        [
            .. RunningServices.FreePorts, $"--TlsCertificate={PathOf("service.pem")}", $"--TlsKey={PathOf("service.key")}",
            $"--TlsClientCa={PathOf("ca.pem")}",
        ];
        await using var extractor = ExtractorHost.Build(tls);
        await extractor.StartAsync();
        await using var resolver = await ResolverHost.BuildAsync(
            [.. tls, $"--ExtractorUrl=https://localhost:{extractor.GrpcAddress().Port}", $"--ExtractorCa={PathOf("ca.pem")}"]);
        await resolver.StartAsync();
        var request = new AnnotateRequest { Document = new Document { Text = "Putin spoke." } };

        using (var channel = Channel(resolver.GrpcAddress().Port, "client"))
        {
            var answer = await new ResolutionService.ResolutionServiceClient(channel).AnnotateAsync(request);
            Assert.Equal("Q7747", answer.Resolutions[0].EntityId);
        }

        using (var channel = Channel(resolver.GrpcAddress().Port, certificate: null))
        {
            var refused = await Assert.ThrowsAsync<RpcException>(
                async () => await new ResolutionService.ResolutionServiceClient(channel).AnnotateAsync(request));
            Assert.NotEqual(StatusCode.OK, refused.StatusCode);
        }

        using var http = new HttpClient(Handler("client"));
        using var ready = await http.GetAsync(new Uri($"https://localhost:{resolver.HttpAddress().Port}/readyz"));
        Assert.Equal(HttpStatusCode.OK, ready.StatusCode);
        Assert.Equal(0, await HealthProbe.RunAsync(new ServiceOptions
        {
            HttpPort = resolver.HttpAddress().Port,
            TlsCertificate = PathOf("service.pem"),
            TlsKey = PathOf("service.key"),
        }));
    }

    [Fact]
    public void A_certificate_of_another_authority_is_not_trusted()
    {
        using var other = Authority("other");
        File.WriteAllText(PathOf("other.pem"), other.ExportCertificatePem());
        var policy = Tls.Client(new ServiceOptions(), PathOf("other.pem")).CertificateChainPolicy!;
        using var chain = new X509Chain { ChainPolicy = policy };
        using var service = X509Certificate2.CreateFromPemFile(PathOf("service.pem"), PathOf("service.key"));
        Assert.False(chain.Build(service));
    }

    [Theory]
    [InlineData("--TlsCertificate=missing.pem", "TlsCertificate")]
    [InlineData("--TlsClientCa=missing.pem", "TlsCertificate")]
    public void A_wrong_setting_is_named(string setting, string named) =>
        Assert.Contains(
            named, Assert.Throws<InvalidDataException>(() => ExtractorHost.Build([.. RunningServices.FreePorts, setting])).Message,
            StringComparison.Ordinal);

    private GrpcChannel Channel(int port, string? certificate) =>
        GrpcChannel.ForAddress($"https://localhost:{port}", new GrpcChannelOptions { HttpHandler = Handler(certificate), DisposeHttpClient = true });

    private SocketsHttpHandler Handler(string? certificate) => new()
    {
        SslOptions = Tls.Client(
            certificate is null
                ? new ServiceOptions()
                : new ServiceOptions { TlsCertificate = PathOf($"{certificate}.pem"), TlsKey = PathOf($"{certificate}.key") },
            PathOf("ca.pem")),
    };

    private string PathOf(string file) => Path.Combine(_folder, file);

    private void Issue(string name)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        using var certificate = request.Create(
            _authority, _authority.NotBefore, _authority.NotAfter, RandomNumberGenerator.GetBytes(8));
        File.WriteAllText(PathOf($"{name}.pem"), certificate.ExportCertificatePem());
        File.WriteAllText(PathOf($"{name}.key"), key.ExportPkcs8PrivateKeyPem());
    }

    private static X509Certificate2 Authority(string name)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        return request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
    }
}
