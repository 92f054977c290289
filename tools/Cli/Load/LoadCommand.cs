using System.CommandLine;
using System.Globalization;
using Grpc.Net.Client;

namespace EntityRes.Cli.Load;

/// <summary><c>load</c>: requests a second and latencies of running services, beside those of an echo of the same size.</summary>
internal static class LoadCommand
{
    private const string DefaultExtractor = "http://127.0.0.1:50051";
    private const string DefaultResolver = "http://127.0.0.1:50052";

    private sealed record Settings(
        IReadOnlyList<LoadTarget> Targets, Uri? Echo, LoadRun Run, TimeSpan Duration, TimeSpan WarmUp, int Rounds, string Loop);

    internal static Command Create()
    {
        var rpcs = new Argument<string[]>("rpc")
        {
            Description = $"What to call: {string.Join(", ", LoadTarget.Names)}. All when none is named.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var extractor = Extractor();
        var resolver = Resolver();
        var echo = Option("--echo", "Base address of the echo, as serve --echo-port prints it; none = no echo.", "");
        var text = Text();
        var words = Words();
        var callers = Option("--callers", "Calls in flight (closed loop), or the most that may be (open loop).", 16);
        var rate = Option("--rate", "Open loop: calls a second. 0 = closed loop.", 0.0);
        var seconds = Option("--seconds", "Time measured for each RPC in each round.", 10.0);
        var warmUp = Option("--warm-up", "Seconds before it that are not measured.", 5.0);
        var rounds = Option("--rounds", "How often RPC and echo take turns.", 1);
        var command = new Command("load", "Measures running services.")
        {
            rpcs, extractor, resolver, echo, text, words, callers, rate, seconds, warmUp, rounds,
        };
        command.Subcommands.Add(LoadStreamCommand.Create());
        command.Subcommands.Add(LoadMixedCommand.Create());
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var document = await ReadDocumentAsync(
                parsed.GetValue(text)!, (int)AtLeast("--words", parsed.GetValue(words), 1), cancellationToken);
            var names = parsed.GetValue(rpcs) is { Length: > 0 } named ? named : LoadTarget.Names;
            var extractorAddress = Address("--extractor", parsed.GetValue(extractor)!);
            var resolverAddress = Address("--resolver", parsed.GetValue(resolver)!);
            var ratePerSecond = AtLeast("--rate", parsed.GetValue(rate), 0);
            await MeasureAsync(
                new Settings(
                    [.. names.Select(name => LoadTarget.Of(name, extractorAddress, resolverAddress, document))],
                    parsed.GetValue(echo) is { Length: > 0 } given ? Address("--echo", given) : null,
                    new LoadRun((int)AtLeast("--callers", parsed.GetValue(callers), 1), ratePerSecond),
                    TimeSpan.FromSeconds(AtLeast("--seconds", parsed.GetValue(seconds), 0.1)),
                    TimeSpan.FromSeconds(AtLeast("--warm-up", parsed.GetValue(warmUp), 0)),
                    (int)AtLeast("--rounds", parsed.GetValue(rounds), 1),
                    ratePerSecond > 0
                        ? string.Create(CultureInfo.InvariantCulture, $"open loop, {ratePerSecond} calls/s")
                        : string.Create(CultureInfo.InvariantCulture, $"closed loop, {parsed.GetValue(callers)} callers")),
                cancellationToken);
            return 0;
        });
        return command;
    }

    private static async Task MeasureAsync(Settings settings, CancellationToken cancellationToken)
    {
        Console.WriteLine(settings.Loop);
        Console.WriteLine(LoadTable.Head);
        foreach (var target in settings.Targets)
        {
            var answerBytes = await CallOnceAsync(target, cancellationToken);
            var echo = settings.Echo is null ? null : LoadTarget.EchoOf(settings.Echo, target.RequestBytes, answerBytes);
            var figures = new LoadFigures();
            var echoFigures = new LoadFigures();
            for (var round = 0; round < settings.Rounds; round++)
            {
                await OneAsync(target, figures);
                if (echo is not null)
                    await OneAsync(echo, echoFigures);
            }

            Console.WriteLine(LoadTable.Row(target.Name, target.RequestBytes, answerBytes, figures, echo is null ? null : echoFigures));
            if (echo is not null)
                Console.WriteLine(LoadTable.Row("its echo", echo.RequestBytes, answerBytes, echoFigures, null));
        }

        async Task OneAsync(LoadTarget target, LoadFigures figures)
        {
            await settings.Run.RunAsync(target, settings.WarmUp, null, cancellationToken);
            await settings.Run.RunAsync(target, settings.Duration, figures, cancellationToken);
        }
    }

    internal static async Task<string> ReadDocumentAsync(string[] files, int words, CancellationToken cancellationToken)
    {
        var texts = await Task.WhenAll(files.Select(file => File.ReadAllTextAsync(file, cancellationToken)));
        var document = string.Join("\n\n", texts);
        var end = 0;
        for (var word = 0; word < words && end < document.Length; word++)
        {
            while (end < document.Length && char.IsWhiteSpace(document[end]))
                end++;
            while (end < document.Length && !char.IsWhiteSpace(document[end]))
                end++;
        }

        return document[..end];
    }

    // A service that does not answer at all is a failure of the command, not a figure.
    internal static async Task<int> CallOnceAsync(LoadTarget target, CancellationToken cancellationToken)
    {
        using var channel = GrpcChannel.ForAddress(target.Service);
        return await target.Prepare(channel)(cancellationToken);
    }

    internal static Option<string> Extractor() => Option("--extractor", "Base address of the extractor.", DefaultExtractor);

    internal static Option<string> Resolver() => Option("--resolver", "Base address of the resolver.", DefaultResolver);

    internal static Option<string[]> Text() => new("--text")
    {
        Description = "Files that make the document of extract and annotate, one after the other.",
        DefaultValueFactory = _ => ["seeds/articles/prague-treaty.txt", "seeds/articles/vilnius-summit.txt", "seeds/articles/tokyo-governors.txt"],
        AllowMultipleArgumentsPerToken = true,
    };

    internal static Option<int> Words() => Option("--words", "Words of the document; what the files have beyond is left out.", 600);

    internal static Option<T> Option<T>(string name, string description, T defaultValue) =>
        new(name) { Description = description, DefaultValueFactory = _ => defaultValue };

    internal static Uri Address(string option, string value) =>
        Uri.TryCreate(value, UriKind.Absolute, out var address) && address.Scheme is ("http" or "https")
            ? address
            : throw new UsageException($"{option}: '{value}' is not an http address");

    internal static double AtLeast(string option, double value, double least) =>
        value >= least
            ? value
            : throw new UsageException(string.Create(CultureInfo.InvariantCulture, $"{option}: {value} is under {least}"));
}
