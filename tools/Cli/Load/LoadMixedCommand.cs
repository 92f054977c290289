using System.CommandLine;
using System.Globalization;

namespace EntityRes.Cli.Load;

/// <summary><c>load mixed</c>: annotate, extract and resolve together, each at its own fixed rate, with what the services take in memory.</summary>
internal static class LoadMixedCommand
{
    private const double SlopePart = 1.0 / 3; // of the run, the last: 10 minutes of 30

    private static readonly string[] DefaultRates = [$"{LoadTarget.Annotate}=100", $"{LoadTarget.Extract}=50", $"{LoadTarget.Resolve}=500"];

    internal static Command Create()
    {
        var rates = new Option<string[]>("--rates")
        {
            Description = $"Calls a second of each RPC, in an open loop: {string.Join(", ", LoadTarget.Names)}.",
            DefaultValueFactory = _ => DefaultRates,
            AllowMultipleArgumentsPerToken = true,
        };
        var extractor = LoadCommand.Extractor();
        var resolver = LoadCommand.Resolver();
        var metrics = new Option<string[]>("--metrics")
        {
            Description = "HTTP/1.1 base addresses of the processes whose resident memory is read; two of one process give the same figure.",
            DefaultValueFactory = _ => ["http://127.0.0.1:8081", "http://127.0.0.1:8082"],
            AllowMultipleArgumentsPerToken = true,
        };
        var text = LoadCommand.Text();
        var words = LoadCommand.Words();
        var callers = LoadCommand.Option("--callers", "Calls of each RPC that may be in flight.", 64);
        var minutes = LoadCommand.Option("--minutes", "How long.", 30.0);
        var warmUp = LoadCommand.Option("--warm-up", "Seconds before it that are not measured, at the same rates.", 60.0);
        var every = LoadCommand.Option("--every", "Seconds between two readings of the memory.", 10.0);
        var command = new Command("mixed", "Sends several RPCs at fixed rates and watches the services' memory.")
        {
            rates, extractor, resolver, metrics, text, words, callers, minutes, warmUp, every,
        };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var document = await LoadCommand.ReadDocumentAsync(
                parsed.GetValue(text)!, (int)LoadCommand.AtLeast("--words", parsed.GetValue(words), 1), cancellationToken);
            var (extractorAddress, resolverAddress) = (
                LoadCommand.Address("--extractor", parsed.GetValue(extractor)!), LoadCommand.Address("--resolver", parsed.GetValue(resolver)!));
            var inFlight = (int)LoadCommand.AtLeast("--callers", parsed.GetValue(callers), 1);
            var duration = TimeSpan.FromMinutes(LoadCommand.AtLeast("--minutes", parsed.GetValue(minutes), 0.01));
            List<Flow> flows =
            [
                .. parsed.GetValue(rates)!.Select(ReadRate).Select(rate => new Flow(
                    LoadTarget.Of(rate.Name, extractorAddress, resolverAddress, document), new LoadRun(inFlight, rate.PerSecond), new LoadFigures())),
            ];
            using var memory = new MemoryWatch([.. parsed.GetValue(metrics)!.Select(address => LoadCommand.Address("--metrics", address))]);
            await RunAsync(
                flows, memory, duration, TimeSpan.FromSeconds(LoadCommand.AtLeast("--warm-up", parsed.GetValue(warmUp), 0)),
                TimeSpan.FromSeconds(LoadCommand.AtLeast("--every", parsed.GetValue(every), 0.1)), cancellationToken);
            return 0;
        });
        return command;
    }

    private sealed record Flow(LoadTarget Target, LoadRun Run, LoadFigures Figures)
    {
        internal Task SendAsync(TimeSpan duration, LoadFigures? figures, CancellationToken cancellationToken) =>
            Run.RunAsync(Target, duration, figures, cancellationToken);
    }

    private static async Task RunAsync(
        List<Flow> flows, MemoryWatch memory, TimeSpan duration, TimeSpan warmUp, TimeSpan every, CancellationToken cancellationToken)
    {
        var answerBytes = new int[flows.Count];
        for (var i = 0; i < flows.Count; i++)
            answerBytes[i] = await LoadCommand.CallOnceAsync(flows[i].Target, cancellationToken);
        await memory.CheckAsync();
        await Task.WhenAll(flows.Select(flow => flow.SendAsync(warmUp, null, cancellationToken)));

        using var isOver = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var watching = memory.WatchAsync(every, isOver.Token);
        await Task.WhenAll(flows.Select(flow => flow.SendAsync(duration, flow.Figures, cancellationToken)));
        await isOver.CancelAsync();

        Console.WriteLine(LoadTable.Head);
        for (var i = 0; i < flows.Count; i++)
            Console.WriteLine(LoadTable.Row(flows[i].Target.Name, flows[i].Target.RequestBytes, answerBytes[i], flows[i].Figures, null));
        Console.WriteLine();
        await watching;
        Console.Write(memory.Describe(duration * SlopePart));
    }

    private static (string Name, double PerSecond) ReadRate(string given) =>
        given.Split('=') is [var name, var number]
        && double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var perSecond) && perSecond > 0
            ? (name, perSecond)
            : throw new UsageException($"--rates: '{given}' is not of the form resolve=500");
}
