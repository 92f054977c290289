using System.Net;
using EntityRes.Extractor;
using EntityRes.Hosting;
using EntityRes.Resolver;
using EntityRes.V1;
using Google.Rpc;
using Grpc.Core;
using Grpc.Health.V1;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace EntityRes.Services.Tests.Situations;

/// <summary>More calls than the service takes on: the queue is bounded, the next call is refused at once and told when to come again.</summary>
public class OverloadTests
{
    private const int Running = 1;
    private const int Waiting = 2;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task What_neither_runs_nor_waits_is_refused_with_the_limit_and_a_time_to_retry()
    {
        await using var extractor = await StartAsync($"--MaxConcurrentCalls={Running}", $"--MaxQueuedCalls={Waiting}");
        using var channel = GrpcChannel.ForAddress(extractor.GrpcAddress());
        var client = new ExtractionService.ExtractionServiceClient(channel);
        using var http = new HttpClient { BaseAddress = extractor.HttpAddress() };
        var limiter = extractor.Services.GetRequiredService<LoadLimiter>();

        // A call whose body never ends holds its place as long as the test wants.
        var held = new List<HeldCall>();
        for (var i = 0; i < Running + Waiting; i++)
            held.Add(await HeldCall.StartAsync(extractor.HttpAddress()));
        await UntilAsync(() => limiter.Queued == Waiting);

        var refused = await BothWires.RefusedAsync(
            r => client.ExtractAsync(r), http, "/v1/extract", new ExtractRequest(), HttpStatusCode.TooManyRequests);
        Assert.Equal("calls", refused.GetDetail<QuotaFailure>()!.Violations.Single().Subject);
        Assert.Equal(LoadLimiter.RetryAfter, refused.GetDetail<RetryInfo>()!.RetryDelay.ToTimeSpan());
        Assert.Equal(2, limiter.Refused);

        var health = await new Health.HealthClient(channel).CheckAsync(new HealthCheckRequest());
        Assert.Equal(HealthCheckResponse.Types.ServingStatus.Serving, health.Status);
        using var ready = await http.GetAsync(new Uri("/readyz", UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, ready.StatusCode);

        foreach (var call in held)
            call.Dispose();
        await UntilAsync(() => limiter.Queued == 0);
        Assert.NotEmpty((await client.ExtractAsync(Request())).Mentions);
    }

    [Fact]
    public async Task Routes_that_are_no_RPCs_are_counted_too()
    {
        await using var resolver = await ResolverHost.BuildAsync(
            [.. RunningServices.FreePorts, "--MaxConcurrentCalls=1", "--MaxQueuedCalls=1"]);
        await resolver.StartAsync();
        using var http = new HttpClient { BaseAddress = resolver.HttpAddress() };
        using var running = await HeldCall.StartAsync(resolver.HttpAddress(), "/v1/annotate");
        using var waiting = await HeldCall.StartAsync(resolver.HttpAddress(), "/v1/annotate");
        await UntilAsync(() => resolver.Services.GetRequiredService<LoadLimiter>().Queued == 1);

        using var manifest = await http.GetAsync(new Uri("/reconcile", UriKind.Relative));
        Assert.Equal(HttpStatusCode.TooManyRequests, manifest.StatusCode);
        using var nif = await http.PostAsync(new Uri("/nif", UriKind.Relative), new StringContent(""));
        Assert.Equal(HttpStatusCode.TooManyRequests, nif.StatusCode);
        using var live = await http.GetAsync(new Uri("/healthz", UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, live.StatusCode);
    }

    [Fact]
    public async Task One_stream_too_many_is_refused_and_unary_calls_go_on()
    {
        await using var extractor = await StartAsync("--MaxStreams=1");
        using var channel = GrpcChannel.ForAddress(extractor.GrpcAddress());
        var client = new ExtractionService.ExtractionServiceClient(channel);
        using var open = client.StreamExtract();
        await open.RequestStream.WriteAsync(Request());
        Assert.True(await open.ResponseStream.MoveNext(default));

        using var second = client.StreamExtract();
        var refused = await Assert.ThrowsAsync<RpcException>(() => second.ResponseStream.MoveNext(default));
        Assert.Equal(StatusCode.ResourceExhausted, refused.StatusCode);
        Assert.Equal("streams", refused.GetRpcStatus()!.GetDetail<QuotaFailure>()!.Violations.Single().Subject);
        Assert.NotEmpty((await client.ExtractAsync(Request())).Mentions);
    }

    private static async Task<WebApplication> StartAsync(params string[] settings)
    {
        var extractor = ExtractorHost.Build([.. RunningServices.FreePorts, .. settings]);
        await extractor.StartAsync();
        return extractor;
    }

    private static ExtractRequest Request() => new() { Document = new Document { Text = "Angela Merkel spoke." } };

    private static async Task UntilAsync(Func<bool> isSo)
    {
        using var patience = new CancellationTokenSource(Patience);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(5));
        while (!isSo())
            await timer.WaitForNextTickAsync(patience.Token);
    }
}
