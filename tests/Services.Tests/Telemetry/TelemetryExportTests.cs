using System.Collections.Concurrent;
using System.Text;
using EntityRes.Extractor;
using EntityRes.Hosting;
using EntityRes.V1;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace EntityRes.Services.Tests.Telemetry;

public class TelemetryExportTests
{
    private const string Secret = "Zyxomir";

    [Fact]
    public async Task Traces_and_metrics_reach_a_collector_over_OTLP_and_hold_no_word_of_the_document()
    {
        await using var collector = await Collector.StartAsync();
        await using var extractor = ExtractorHost.Build(
        [
            .. RunningServices.FreePorts,
            $"--OTEL_EXPORTER_OTLP_ENDPOINT={collector.Address}",
            "--OTEL_EXPORTER_OTLP_PROTOCOL=http/protobuf",
            "--OTEL_BSP_SCHEDULE_DELAY=50",
            "--OTEL_METRIC_EXPORT_INTERVAL=50",
        ]);
        await extractor.StartAsync();
        using var channel = GrpcChannel.ForAddress(extractor.GrpcAddress());
        await new ExtractionService.ExtractionServiceClient(channel).ExtractAsync(
            new ExtractRequest { Document = new Document { Text = $"{Secret} met {Secret} Smith in Paris." } });

        var traces = await collector.ReceivedAsync("/v1/traces", "tagging");
        Assert.Contains("entityres-extractor", traces, StringComparison.Ordinal);
        await collector.ReceivedAsync("/v1/traces", "entityres.v1.ExtractionService"); // the server's span ends after its stages
        await collector.ReceivedAsync("/v1/metrics", "entityres.stage.duration");
        await collector.ReceivedAsync("/v1/metrics", "entityres.documents.extracted");
        Assert.DoesNotContain(collector.All, body => body.Contains(Secret, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Takes what is sent by OTLP over HTTP and keeps it; the names in it stand in the bytes as they are.</summary>
    private sealed class Collector : IAsyncDisposable
    {
        private readonly ConcurrentQueue<(string Path, string Body)> _received = new();
        private readonly WebApplication _app;

        private Collector()
        {
            _app = WebApplication.CreateSlimBuilder().Build();
            _app.Urls.Add("http://127.0.0.1:0");
            _app.Run(KeepAsync);
        }

        internal string Address => _app.Urls.First();

        internal IEnumerable<string> All => _received.Select(received => received.Body);

        internal static async Task<Collector> StartAsync()
        {
            var collector = new Collector();
            await collector._app.StartAsync();
            return collector;
        }

        /// <summary>Waits for a body with some text in it.</summary>
        internal async Task<string> ReceivedAsync(string path, string text)
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
            using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(5));
            while (true)
            {
                var found = _received.FirstOrDefault(received =>
                    received.Path == path && received.Body.Contains(text, StringComparison.Ordinal));
                if (found.Body is not null)
                    return found.Body;
                await timer.WaitForNextTickAsync(patience.Token);
            }
        }

        public ValueTask DisposeAsync() => _app.DisposeAsync();

        private async Task KeepAsync(HttpContext context)
        {
            using var body = new StreamReader(context.Request.Body, Encoding.Latin1);
            _received.Enqueue((context.Request.Path, await body.ReadToEndAsync(context.RequestAborted)));
        }
    }
}
