using EntityRes.Hosting;
using Grpc.Core;

namespace EntityRes.Services.Tests.Streams;

public class StreamedDocumentsTests
{
    private const int InFlight = 4;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task Answers_keep_the_order_of_the_requests_however_late_each_is()
    {
        var answers = new Taken();
        await StreamedDocuments.AnswerAsync(
            new Sent(200), answers, InFlight,
            async (request, _) =>
            {
                for (var i = 0; i < (200 - request) % 7; i++)
                    await Task.Yield();
                return request;
            },
            CancellationToken.None);
        Assert.Equal(Enumerable.Range(0, 200), answers.Items);
    }

    [Fact]
    public async Task Several_documents_are_worked_on_at_once()
    {
        var allArrived = new TaskCompletionSource();
        var arrived = 0;
        await StreamedDocuments.AnswerAsync(
            new Sent(InFlight), new Taken(), InFlight,
            async (request, cancellationToken) =>
            {
                if (Interlocked.Increment(ref arrived) == InFlight)
                    allArrived.SetResult();
                await allArrived.Task.WaitAsync(Patience, cancellationToken);
                return request;
            },
            CancellationToken.None);
        Assert.Equal(InFlight, arrived);
    }

    [Fact]
    public async Task No_more_is_read_than_the_caller_has_room_for()
    {
        var requests = new Sent(10_000);
        var answers = new Taken { IsBlocked = true };
        var stream = StreamedDocuments.AnswerAsync(requests, answers, InFlight, (request, _) => Task.FromResult(request), CancellationToken.None);
        await answers.FirstBlocked.WaitAsync(Patience);
        Assert.True(requests.Read <= InFlight, $"{requests.Read} read while none was taken");

        answers.Observe = taken => Assert.True(requests.Read - taken <= InFlight, $"{requests.Read} read, {taken} taken");
        answers.Unblock();
        await stream.WaitAsync(Patience);
        Assert.Equal(Enumerable.Range(0, 10_000), answers.Items);
    }

    [Fact]
    public async Task A_caller_that_goes_away_ends_all_work()
    {
        var working = 0;
        using var gone = new CancellationTokenSource();
        var stream = StreamedDocuments.AnswerAsync(
            new Sent(100), new Taken(), InFlight,
            async (request, cancellationToken) =>
            {
                if (Interlocked.Increment(ref working) == InFlight)
                    await gone.CancelAsync();
                try
                {
                    await Task.Delay(Timeout.Infinite, cancellationToken);
                    return request;
                }
                finally
                {
                    Interlocked.Decrement(ref working);
                }
            },
            gone.Token);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => stream.WaitAsync(Patience));
        Assert.Equal(0, working);
    }

    [Fact]
    public async Task An_answer_that_cannot_be_delivered_ends_the_stream()
    {
        var requests = new Sent(100);
        await Assert.ThrowsAsync<IOException>(() => StreamedDocuments.AnswerAsync(
            requests, new Broken(), InFlight, (request, _) => Task.FromResult(request), CancellationToken.None).WaitAsync(Patience));
        Assert.True(requests.Read <= InFlight);
    }

    private sealed class Sent(int count) : IAsyncStreamReader<int>
    {
        private int _next = -1;

        internal int Read => Volatile.Read(ref _next) + 1;

        public int Current => _next;

        public Task<bool> MoveNext(CancellationToken cancellationToken)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (_next + 1 == count)
                return Task.FromResult(false);
            Interlocked.Increment(ref _next);
            return Task.FromResult(true);
        }
    }

    private sealed class Taken : IAsyncStreamWriter<int>
    {
        private readonly TaskCompletionSource _unblocked = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource _firstBlocked = new(TaskCreationOptions.RunContinuationsAsynchronously);

        internal List<int> Items { get; } = [];

        internal bool IsBlocked { get; init; }

        internal Action<int>? Observe { get; set; }

        internal Task FirstBlocked => _firstBlocked.Task;

        public WriteOptions? WriteOptions { get; set; }

        public async Task WriteAsync(int message)
        {
            _firstBlocked.TrySetResult();
            if (IsBlocked)
                await _unblocked.Task;
            Observe?.Invoke(Items.Count);
            Items.Add(message);
        }

        public Task WriteAsync(int message, CancellationToken cancellationToken) => WriteAsync(message);

        internal void Unblock() => _unblocked.SetResult();
    }

    private sealed class Broken : IAsyncStreamWriter<int>
    {
        public WriteOptions? WriteOptions { get; set; }

        public Task WriteAsync(int message) => throw new IOException("the caller is gone");

        public Task WriteAsync(int message, CancellationToken cancellationToken) => WriteAsync(message);
    }
}
