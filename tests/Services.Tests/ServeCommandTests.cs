using System.Diagnostics;
using System.Globalization;
using EntityRes.V1;
using Grpc.Net.Client;

namespace EntityRes.Services.Tests;

[Collection(RunningServicesGroup.Name)]
public class ServeCommandTests(RunningServices services)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task Serve_answers_as_the_two_hosts_do_and_ends_cleanly()
    {
        using var process = CommandLine.Start(
            "serve", "--extractor-port", "0", "--extractor-http-port", "0", "--resolver-port", "0", "--resolver-http-port", "0");
        using var patience = new CancellationTokenSource(Patience);
        var resolver = await ReadResolverAddressAsync(process, patience.Token);
        using (var channel = GrpcChannel.ForAddress(resolver))
        {
            var request = new AnnotateRequest
            {
                Document = new Document { Text = await File.ReadAllTextAsync(RepositoryRoot.PathOf("seeds", "articles", "prague-treaty.txt")) },
            };
            var served = await new ResolutionService.ResolutionServiceClient(channel).AnnotateAsync(request);
            var hosted = await new ResolutionService.ResolutionServiceClient(services.Resolver).AnnotateAsync(request);
            Assert.Equal(hosted, served);
        }

        using var terminate = Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)]);
        await process.WaitForExitAsync(patience.Token);
        Assert.Equal(0, process.ExitCode);
    }

    [Fact]
    public async Task A_port_in_use_is_a_failure_that_names_it()
    {
        var port = new Uri($"http://{services.Resolver.Target}").Port.ToString(CultureInfo.InvariantCulture);
        var result = await CommandLine.RunAsync("serve", "--extractor-port", port, "--extractor-http-port", "0");
        Assert.Equal(1, result.ExitCode);
        Assert.Contains(port, result.Error, StringComparison.Ordinal);
    }

    internal static async Task<Uri> ReadResolverAddressAsync(Process process, CancellationToken cancellationToken)
    {
        const string Line = "resolver   gRPC ";
        while (await process.StandardOutput.ReadLineAsync(cancellationToken) is { } line)
        {
            if (line.StartsWith(Line, StringComparison.Ordinal))
                return new Uri(line[Line.Length..].Split(' ')[0]);
        }

        throw new InvalidOperationException($"serve ended: {await process.StandardError.ReadToEndAsync(cancellationToken)}");
    }
}
