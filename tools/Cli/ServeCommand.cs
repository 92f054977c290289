using System.CommandLine;
using System.Globalization;
using EntityRes.Cli.Load;
using EntityRes.Extractor;
using EntityRes.Hosting;
using EntityRes.Resolver;

namespace EntityRes.Cli;

/// <summary><c>serve</c>: both services in one process, embedded store unless <c>ENTITYRES_REDIS</c> is set.</summary>
internal static class ServeCommand
{
    internal static Command Create()
    {
        var extractorPort = Port("--extractor-port", "gRPC port of the extractor.", 50051);
        var extractorHttpPort = Port("--extractor-http-port", "HTTP/1.1 port of the extractor.", 8081);
        var resolverPort = Port("--resolver-port", "gRPC port of the resolver.", 50052);
        var resolverHttpPort = Port("--resolver-http-port", "HTTP/1.1 port of the resolver.", 8082);
        var echoPort = new Option<int?>("--echo-port") { Description = "gRPC port of an echo that load measures against. None by default." };
        var command = new Command("serve", "Runs both services in one process.")
        {
            extractorPort, extractorHttpPort, resolverPort, resolverHttpPort, echoPort,
        };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            [.. Ports(parsed.GetValue(extractorPort), parsed.GetValue(extractorHttpPort))],
            [.. Ports(parsed.GetValue(resolverPort), parsed.GetValue(resolverHttpPort))],
            parsed.GetValue(echoPort), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(
        string[] extractorArgs, string[] resolverArgs, int? echoPort, CancellationToken cancellationToken)
    {
        _ = Task.Run(WarmUp.AnnotateAsync, cancellationToken);
        await using var extractor = ExtractorHost.Build(extractorArgs);
        await extractor.StartAsync(cancellationToken);
        _ = Task.Run(() => WarmUp.CallAsync(extractor.GrpcAddress()), cancellationToken);
        var extractorUrl = $"http://127.0.0.1:{extractor.GrpcAddress().Port.ToString(CultureInfo.InvariantCulture)}";
        await using var resolver = await ResolverHost.BuildAsync([.. resolverArgs, $"--ExtractorUrl={extractorUrl}"]);
        await resolver.StartAsync(cancellationToken);

        await using var echo = echoPort is { } port ? EchoHost.Build(port) : null;
        if (echo is not null)
        {
            await echo.StartAsync(cancellationToken);
            Console.WriteLine($"echo       gRPC {echo.Urls.Single()}");
        }

        Console.WriteLine($"extractor  gRPC {extractor.GrpcAddress()}  HTTP {extractor.HttpAddress()}");
        Console.WriteLine($"resolver   gRPC {resolver.GrpcAddress()}  HTTP {resolver.HttpAddress()}");
        Console.WriteLine(
            $"try: grpcurl -plaintext -d '{{\"document\":{{\"text\":\"Angela Merkel met the French president in Paris.\",\"documentDate\":\"2018-03-16\"}}}}' " +
            $"{resolver.GrpcAddress().Authority} entityres.v1.ResolutionService/Annotate");

        await UntilToldToEndAsync(extractor.Lifetime.ApplicationStopping, resolver.Lifetime.ApplicationStopping, cancellationToken);

        // The resolver first: what it is still working on needs the extractor.
        await resolver.StopAsync(CancellationToken.None);
        await extractor.StopAsync(CancellationToken.None);
        return 0;
    }

    private static async Task UntilToldToEndAsync(params CancellationToken[] ends)
    {
        using var any = CancellationTokenSource.CreateLinkedTokenSource(ends);
        var told = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = any.Token.Register(told.SetResult);
        await told.Task;
    }

    private static Option<int> Port(string name, string description, int defaultPort)
    {
        var option = new Option<int>(name)
        {
            Description = $"{description} 0 = any free one.",
            DefaultValueFactory = _ => defaultPort,
        };
        option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 0 or > 65535)
                result.AddError($"{name}: not a port from 0 to 65535");
        });
        return option;
    }

    private static IEnumerable<string> Ports(int grpc, int http) =>
    [
        $"--GrpcPort={grpc.ToString(CultureInfo.InvariantCulture)}",
        $"--HttpPort={http.ToString(CultureInfo.InvariantCulture)}",
    ];
}
