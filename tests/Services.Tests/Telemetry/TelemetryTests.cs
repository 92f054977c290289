using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using EntityRes.Extractor;
using EntityRes.Hosting;
using EntityRes.Hosting.Telemetry;
using EntityRes.Resolver;
using EntityRes.Services.Tests.Situations;
using EntityRes.TestKit;
using EntityRes.V1;
using Google.Protobuf;
using Grpc.Core;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;

namespace EntityRes.Services.Tests.Telemetry;

public class TelemetryTests
{
    private const string Secret = "Zyxomir";
    private static readonly ActivitySource Client = new("EntityRes.Services.Tests");

    [Fact]
    public async Task Metrics_count_documents_mentions_resolutions_stages_and_calls()
    {
        await using var services = await Pair.StartAsync("--Redis=");
        await services.Client.AnnotateAsync(Annotate("Angela Merkel met the people of Xyzzy Holdings Ltd. in Paris."));
        await Assert.ThrowsAsync<RpcException>(async () => await services.Client.AnnotateAsync(new AnnotateRequest()));

        var extractor = await Pair.MetricsAsync(services.ExtractorHttp);
        AssertValue(extractor, "entityres_documents_extracted", 1);
        AssertValue(extractor, "entityres_mentions_found{kind=\"named\"}", atLeast: 3);
        foreach (var stage in new[] { "sentences", "tokens", "tagging", "mentions", "coreference", "date" })
            AssertValue(extractor, $"entityres_stage_duration_count{{stage=\"{stage}\"}}", 1);
        AssertValue(extractor, "entityres_call_duration_count{method=\"/entityres.v1.ExtractionService/Extract\",status=\"OK\"}", 1);
        AssertValue(
            extractor, "entityres_call_duration_count{method=\"/entityres.v1.ExtractionService/Extract\",status=\"INVALID_ARGUMENT\"}", 1);
        AssertValue(extractor, "entityres_calls_queued", 0);

        var resolver = await Pair.MetricsAsync(services.ResolverHttp);
        AssertValue(resolver, "entityres_documents_resolved", 1);
        AssertValue(resolver, "entityres_resolutions{status=\"linked\"}", atLeast: 2);
        AssertValue(resolver, "entityres_resolutions{status=\"minted\"}", atLeast: 1);
        foreach (var stage in new[] { "check", "candidates", "scoring", "roles", "store", "answer" })
            AssertValue(resolver, $"entityres_stage_duration_count{{stage=\"{stage}\"}}", 1);
        Assert.DoesNotContain(resolver, line => line.StartsWith("entityres_documents_extracted", StringComparison.Ordinal));
    }

    [RedisServerFact]
    public async Task One_trace_goes_from_the_client_over_both_services_to_redis()
    {
        await using var redis = await RedisServer.StartAsync();
        await using var services = await Pair.StartAsync($"--Redis={redis.ConnectionString}");
        using var spans = new Spans();
        using (var root = Client.StartActivity("test")!)
        {
            await services.Client.AnnotateAsync(Annotate("Angela Merkel met the people of Xyzzy Holdings Ltd. in Paris."));
            var names = spans.Of(root.TraceId).Select(span => span.DisplayName).ToList();
            Assert.Contains("tagging", names);
            Assert.Contains("candidates", names);
            Assert.Contains("store mint", names);
            var servers = await spans.ServersAsync(root.TraceId, count: 2);
            Assert.Equal(2, servers.Count);
            var tagging = spans.Of(root.TraceId).Single(span => span.DisplayName == "tagging");
            Assert.Contains(tagging.ParentSpanId, servers.Select(server => server.SpanId));
            var store = spans.Of(root.TraceId).Single(span => span.DisplayName == "store mint");
            Assert.Equal("redis", store.GetTagItem("db.system.name"));
        }
    }

    [Fact]
    public async Task No_word_of_a_document_is_in_logs_traces_or_metrics()
    {
        using var spans = new Spans();
        using var logs = new Logs();
        await using var services = await Pair.StartAsync("--Redis=", logs);
        using var http = new HttpClient { BaseAddress = services.ResolverHttp };
        using var extractorHttp = new HttpClient { BaseAddress = services.ExtractorHttp };
        var text = $"{Secret} met Dr. {Secret} Smith of {Secret} Holdings Ltd. in Paris.";
        using var root = Client.StartActivity("test")!;

        await services.Client.AnnotateAsync(Annotate(text));
        var wrong = Annotate(text);
        wrong.Document.DocumentDate = Secret;
        await Assert.ThrowsAsync<RpcException>(async () => await services.Client.AnnotateAsync(wrong));
        using var answer = await http.PostJsonAsync("/v1/annotate", JsonFormatter.Default.Format(Annotate(text)));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        foreach (var malformed in new[]
        {
            $"{{\"document\":{{\"text\":\"{Secret}", $"{{\"document\":{{\"text\":\"x\"}},\"offsetEncoding\":\"{Secret}\"}}", Secret,
        })
        {
            using var refused = await extractorHttp.PostJsonAsync("/v1/extract", malformed);
            Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        }

        using var found = await http.GetAsync(new Uri($"/v1/entities:search?q={Secret}", UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, found.StatusCode);

        Assert.NotEmpty(spans.All);
        var told = spans.All.SelectMany(span => span.TagObjects
                .Concat(span.Events.SelectMany(ev => ev.Tags)).Select(tag => $"{tag.Key}={tag.Value}").Append(span.DisplayName))
            .Concat(logs.Lines)
            .Concat(await Pair.MetricsAsync(services.ExtractorHttp))
            .Concat(await Pair.MetricsAsync(services.ResolverHttp));
        Assert.DoesNotContain(told, line => line.Contains(Secret, StringComparison.OrdinalIgnoreCase));
    }

    private static AnnotateRequest Annotate(string text) => new() { Document = new Document { Text = text } };

    private static void AssertValue(string[] metrics, string series, double? exactly = null, double? atLeast = null)
    {
        var line = metrics.FirstOrDefault(line => line.StartsWith(series + " ", StringComparison.Ordinal));
        Assert.True(line is not null, $"no {series} in\n{string.Join('\n', metrics.Where(m => m.StartsWith("entityres", StringComparison.Ordinal) && !m.Contains("_bucket", StringComparison.Ordinal)))}");
        var value = double.Parse(line[(series.Length + 1)..], System.Globalization.CultureInfo.InvariantCulture);
        if (exactly is { } expected)
            Assert.Equal(expected, value);
        if (atLeast is { } least)
            Assert.True(value >= least, line);
    }

    /// <summary>A pair of services of its own: its meters count only what this test does.</summary>
    private sealed class Pair : IAsyncDisposable
    {
        private WebApplication _extractor = null!;
        private WebApplication _resolver = null!;
        private GrpcChannel _channel = null!;

        internal ResolutionService.ResolutionServiceClient Client { get; private set; } = null!;

        internal Uri ExtractorHttp => _extractor.HttpAddress();

        internal Uri ResolverHttp => _resolver.HttpAddress();

        internal static async Task<Pair> StartAsync(string setting, Logs? logs = null)
        {
            var pair = new Pair { _extractor = ExtractorHost.Build(RunningServices.FreePorts) };
            logs?.ListenTo(pair._extractor);
            await pair._extractor.StartAsync();
            pair._resolver = await ResolverHost.BuildAsync(
                [.. RunningServices.FreePorts, $"--ExtractorUrl={pair._extractor.GrpcAddress()}", setting]);
            logs?.ListenTo(pair._resolver);
            await pair._resolver.StartAsync();
            pair._channel = GrpcChannel.ForAddress(pair._resolver.GrpcAddress());
            pair.Client = new ResolutionService.ResolutionServiceClient(pair._channel);
            return pair;
        }

        internal static async Task<string[]> MetricsAsync(Uri service)
        {
            using var http = new HttpClient { BaseAddress = service };
            return (await http.GetStringAsync(new Uri("/metrics", UriKind.Relative))).Split('\n');
        }

        public async ValueTask DisposeAsync()
        {
            _channel.Dispose();
            await _resolver.DisposeAsync();
            await _extractor.DisposeAsync();
        }
    }

    private sealed class Spans : IDisposable
    {
        private readonly ConcurrentQueue<Activity> _ended = new();
        private readonly ActivityListener _listener;

        internal Spans()
        {
            _listener = new ActivityListener
            {
                ShouldListenTo = _ => true,
                Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
                ActivityStopped = _ended.Enqueue,
            };
            ActivitySource.AddActivityListener(_listener);
        }

        internal IEnumerable<Activity> All => _ended;

        internal IEnumerable<Activity> Of(ActivityTraceId trace) => _ended.Where(span => span.TraceId == trace);

        // A server's span ends after its answer is out.
        internal async Task<List<Activity>> ServersAsync(ActivityTraceId trace, int count)
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
            using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(5));
            while (true)
            {
                var servers = Of(trace).Where(span => span.Kind == ActivityKind.Server).ToList();
                if (servers.Count >= count)
                    return servers;
                await timer.WaitForNextTickAsync(patience.Token);
            }
        }

        public void Dispose() => _listener.Dispose();
    }

    /// <summary>Everything that hosts log at their own settings.</summary>
    private sealed class Logs : ILoggerProvider, ILogger
    {
        private readonly ConcurrentQueue<string> _lines = new();

        internal IEnumerable<string> Lines => _lines;

        internal void ListenTo(WebApplication app) =>
            ((ILoggerFactory)app.Services.GetService(typeof(ILoggerFactory))!).AddProvider(this);

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            _lines.Enqueue($"{formatter(state, exception)} {exception}");

        public void Dispose()
        {
        }
    }
}
