using EntityRes.Extractor;
using EntityRes.Hosting;
using EntityRes.Resolver;
using EntityRes.TestKit;
using EntityRes.V1;
using Google.Rpc;
using Grpc.Core;
using Grpc.Net.Client;

namespace EntityRes.Services.Tests.Faults;

/// <summary>What callers of Annotate see when the way to the extractor is slow, cut or silent.</summary>
public class ExtractorFaultTests
{
    private static readonly AnnotateRequest Request = new() { Document = new Document { Text = "Putin spoke." } };

    [Fact]
    public async Task A_cut_connection_costs_a_retry_not_an_error() =>
        await WithAsync(timeoutSeconds: 30, async (client, link) =>
        {
            for (var i = 0; i < 20; i++)
            {
                Assert.NotEmpty((await client.AnnotateAsync(Request)).Resolutions);
                link.Cut();
            }

            Assert.True(link.Connections > 1);
        });

    [Fact]
    public async Task An_extractor_slower_than_the_timeout_is_unavailable_by_name_and_used_again_when_fast() =>
        await WithAsync(timeoutSeconds: 0.5, async (client, link) =>
        {
            Assert.NotEmpty((await client.AnnotateAsync(Request)).Resolutions);
            link.Delay(TimeSpan.FromSeconds(2));
            await AssertUnavailableAsync(client);
            link.Heal();
            link.Cut();
            await AssertComesBackAsync(client);
        });

    [Fact]
    public async Task A_silent_link_is_unavailable_and_found_by_the_next_connection() =>
        await WithAsync(timeoutSeconds: 0.5, async (client, link) =>
        {
            Assert.NotEmpty((await client.AnnotateAsync(Request)).Resolutions);
            link.FallSilent();
            await AssertUnavailableAsync(client);
            link.Heal();
            await AssertComesBackAsync(client);
        });

    [Fact]
    public async Task The_callers_deadline_is_the_callers_error_not_the_extractors() =>
        await WithAsync(timeoutSeconds: 30, async (client, link) =>
        {
            link.FallSilent();
            var late = await Assert.ThrowsAsync<RpcException>(
                async () => await client.AnnotateAsync(Request, deadline: DateTime.UtcNow.AddMilliseconds(300)));
            Assert.Equal(StatusCode.DeadlineExceeded, late.StatusCode);
        });

    [Fact]
    public async Task A_stream_goes_on_after_documents_that_met_no_extractor() =>
        await WithAsync(timeoutSeconds: 0.5, async (client, link) =>
        {
            using var stream = client.StreamAnnotate();
            async Task<StreamAnnotateResponse> AskAsync()
            {
                await stream.RequestStream.WriteAsync(Request);
                Assert.True(await stream.ResponseStream.MoveNext(default));
                return stream.ResponseStream.Current;
            }

            Assert.NotNull((await AskAsync()).Response);
            link.Break();
            Assert.Equal((int)Code.Unavailable, (await AskAsync()).Error.Code);
            link.Heal();
            StreamAnnotateResponse answer;
            do
                answer = await AskAsync();
            while (answer.Error is { Code: (int)Code.Unavailable });
            Assert.NotNull(answer.Response);
        });

    private static async Task WithAsync(
        double timeoutSeconds, Func<ResolutionService.ResolutionServiceClient, FaultyLink, Task> test)
    {
        await using var extractor = ExtractorHost.Build(RunningServices.FreePorts);
        await extractor.StartAsync();
        await using var link = FaultyLink.To(extractor.GrpcAddress().Port);
        await using var resolver = await ResolverHost.BuildAsync(
            [.. RunningServices.FreePorts, $"--ExtractorUrl=http://127.0.0.1:{link.Port}", FormattableString.Invariant($"--ExtractorTimeoutSeconds={timeoutSeconds}")]);
        await resolver.StartAsync();
        using var channel = GrpcChannel.ForAddress(resolver.GrpcAddress());
        await test(new ResolutionService.ResolutionServiceClient(channel), link);
    }

    private static async Task AssertUnavailableAsync(ResolutionService.ResolutionServiceClient client)
    {
        var refused = await Assert.ThrowsAsync<RpcException>(async () => await client.AnnotateAsync(Request));
        Assert.Equal(StatusCode.Unavailable, refused.StatusCode);
        Assert.Equal("EXTRACTOR_UNAVAILABLE", refused.GetRpcStatus()!.GetDetail<ErrorInfo>()!.Reason);
    }

    private static async Task AssertComesBackAsync(ResolutionService.ResolutionServiceClient client)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                Assert.NotEmpty((await client.AnnotateAsync(Request)).Resolutions);
                return;
            }
            catch (RpcException refused) when (refused.StatusCode == StatusCode.Unavailable && attempt < 60)
            {
                // Pings find a dead connection within ten seconds.
            }
        }
    }
}
