using EntityRes.Extractor;
using EntityRes.V1;
using Grpc.Core;

namespace EntityRes.Services.Tests.Situations;

/// <summary>The caller's deadline or cancellation is honoured within one sentence's work.</summary>
[Collection(RunningServicesGroup.Name)]
public class CancellationTests(RunningServices services)
{
    private const int Attempts = 50;
    private const string Sentence = "Angela Merkel met the French president in Paris on Monday, and he told her that talks would go on. ";
    private static readonly string LongText = string.Concat(Enumerable.Repeat(Sentence, 4_000));

    [Fact]
    public async Task A_deadline_that_passes_is_deadline_exceeded_on_both_services()
    {
        var document = new Document { Text = LongText };
        var extractor = new ExtractionService.ExtractionServiceClient(services.Extractor);
        var late = await Assert.ThrowsAsync<RpcException>(async () =>
            await extractor.ExtractAsync(new ExtractRequest { Document = document }, deadline: DateTime.UtcNow.AddMilliseconds(20)));
        Assert.Equal(StatusCode.DeadlineExceeded, late.StatusCode);
        var resolver = new ResolutionService.ResolutionServiceClient(services.Resolver);
        late = await Assert.ThrowsAsync<RpcException>(async () =>
            await resolver.AnnotateAsync(new AnnotateRequest { Document = document }, deadline: DateTime.UtcNow.AddMilliseconds(20)));
        Assert.Equal(StatusCode.DeadlineExceeded, late.StatusCode);
    }

    [Fact]
    public async Task A_cancelled_call_is_cancelled_on_both_services()
    {
        var document = new Document { Text = LongText };
        var extractor = new ExtractionService.ExtractionServiceClient(services.Extractor);
        await AssertCancelledAsync(cancelled => extractor.ExtractAsync(new ExtractRequest { Document = document }, cancellationToken: cancelled));
        var resolver = new ResolutionService.ResolutionServiceClient(services.Resolver);
        await AssertCancelledAsync(cancelled => resolver.AnnotateAsync(new AnnotateRequest { Document = document }, cancellationToken: cancelled));
    }

    [Fact]
    public async Task The_work_itself_stops_when_cancelled()
    {
        // Work that was done before the cancellation came proves nothing: another attempt.
        var request = new ExtractRequest { Document = new Document { Text = LongText } };
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            using var cancellation = new CancellationTokenSource();
            var work = Task.Run(
                () =>
                {
                    begun.SetResult();
                    new DocumentExtractor().Extract(request, cancellation.Token);
                },
                CancellationToken.None);
            await begun.Task;
            await cancellation.CancelAsync();
            if (await Record.ExceptionAsync(() => work) is OperationCanceledException)
                return;
        }

        Assert.Fail($"{Attempts} texts were read to their end");
    }

    private static async Task AssertCancelledAsync<T>(Func<CancellationToken, AsyncUnaryCall<T>> start)
    {
        using var cancellation = new CancellationTokenSource();
        using var call = start(cancellation.Token);
        await cancellation.CancelAsync();
        var ended = await Assert.ThrowsAsync<RpcException>(async () => await call);
        Assert.Equal(StatusCode.Cancelled, ended.StatusCode);
    }
}
