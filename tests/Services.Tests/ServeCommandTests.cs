using System.Globalization;
using EntityRes.V1;

namespace EntityRes.Services.Tests;

[Collection(RunningServicesGroup.Name)]
public class ServeCommandTests(RunningServices services)
{
    [Fact]
    public async Task Serve_answers_as_the_two_hosts_do_and_ends_cleanly()
    {
        using var served = await ServedProcess.StartAsync();
        var request = new AnnotateRequest
        {
            Document = new Document { Text = await File.ReadAllTextAsync(RepositoryRoot.PathOf("seeds", "articles", "prague-treaty.txt")) },
        };
        var answer = await new ResolutionService.ResolutionServiceClient(served.Channel).AnnotateAsync(request);
        Assert.Equal(await new ResolutionService.ResolutionServiceClient(services.Resolver).AnnotateAsync(request), answer);
        served.Terminate();
        Assert.Equal(0, await served.ExitAsync());
    }

    [Fact]
    public async Task A_port_in_use_is_a_failure_that_names_it()
    {
        var port = new Uri($"http://{services.Resolver.Target}").Port.ToString(CultureInfo.InvariantCulture);
        var result = await CommandLine.RunAsync("serve", "--extractor-port", port, "--extractor-http-port", "0");
        Assert.Equal(1, result.ExitCode);
        Assert.Contains(port, result.Error, StringComparison.Ordinal);
    }
}
