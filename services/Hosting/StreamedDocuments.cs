using System.Threading.Channels;
using Grpc.Core;

namespace EntityRes.Hosting;

/// <summary>Answers a stream of documents: several at once, in the order of the requests, in bounded memory.</summary>
/// <remarks>
/// A request is read only when there is room for its answer, and room is made only by an answer that the caller took: when the caller
/// does not read, neither do we, and HTTP/2 flow control stops it from sending.
/// </remarks>
public static class StreamedDocuments
{
    /// <summary>Answers until the requests end.</summary>
    /// <typeparam name="TRequest">A document asked about.</typeparam>
    /// <typeparam name="TResponse">Its answer or its error.</typeparam>
    /// <param name="requests">What the caller sends; a message that is too large or no protobuf ends the stream, after the answers before it.</param>
    /// <param name="responses">What the caller gets.</param>
    /// <param name="inFlight">Documents read and not yet taken by the caller, at most; at least 1.</param>
    /// <param name="answer">Answers one document; an exception ends the stream.</param>
    /// <param name="cancellationToken">Ends the stream.</param>
    /// <remarks>When it returns or throws, no document is worked on any more.</remarks>
    public static async Task AnswerAsync<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requests, IAsyncStreamWriter<TResponse> responses, int inFlight,
        Func<TRequest, CancellationToken, Task<TResponse>> answer, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(requests);
        ArgumentOutOfRangeException.ThrowIfLessThan(inFlight, 1);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var room = new SemaphoreSlim(inFlight);
        var answers = Channel.CreateUnbounded<Task<TResponse>>(new UnboundedChannelOptions { SingleReader = true, SingleWriter = true });
        var reading = ReadAsync();
        var writing = WriteAsync();
        try
        {
            await Task.WhenAll(reading, writing);
        }
        finally
        {
            while (answers.Reader.TryRead(out var left))
                await left.ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        }

        async Task ReadAsync()
        {
            try
            {
                await room.WaitAsync(ending.Token);
                while (await IsNextReadAsync())
                {
                    var request = requests.Current;
                    answers.Writer.TryWrite(Task.Run(() => answer(request, ending.Token), ending.Token));
                    await room.WaitAsync(ending.Token);
                }
            }
            finally
            {
                answers.Writer.Complete();
            }
        }

        async Task<bool> IsNextReadAsync()
        {
            try
            {
                return await requests.MoveNext(ending.Token);
            }
            catch (Exception unread) when (MessageErrors.Of(unread) is { } error)
            {
                throw error;
            }
        }

        async Task WriteAsync()
        {
            var isDone = false;
            try
            {
                await foreach (var next in answers.Reader.ReadAllAsync(CancellationToken.None))
                {
                    await responses.WriteAsync(await next, ending.Token);
                    room.Release();
                }

                isDone = true;
            }
            finally
            {
                if (!isDone)
                    await ending.CancelAsync();
            }
        }
    }
}
