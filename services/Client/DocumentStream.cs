using System.Runtime.CompilerServices;
using EntityRes.V1;
using Grpc.Core;

namespace EntityRes.Client;

/// <summary>Asks about many documents over one call, in bounded memory.</summary>
/// <remarks>A document is read only when there is room for it, and room is made only when the caller comes back for the next answer.</remarks>
internal static class DocumentStream
{
    internal static async IAsyncEnumerable<TItem> AskAsync<TRequest, TResponse, TItem>(
        Func<CancellationToken, AsyncDuplexStreamingCall<TRequest, TResponse>> open, IAsyncEnumerable<Document> documents,
        Func<Document, TRequest> ask, Func<TResponse, TItem> read, int inFlight, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(documents);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var room = new SemaphoreSlim(inFlight);
        using var call = open(ending.Token);
        var (sent, answered) = (0L, 0L);
        var sending = SendAsync();
        try
        {
            while (await IsNextThereAsync())
            {
                answered++;
                yield return read(call.ResponseStream.Current);
                room.Release();
            }

            if (answered < Interlocked.Read(ref sent))
                throw new RpcException(new Status(StatusCode.Unavailable, $"the service ended the stream after {answered} answers to {sent} documents"));
        }
        finally
        {
            await ending.CancelAsync();
            await sending.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        async Task SendAsync()
        {
            var isDone = false;
            try
            {
                await using var source = documents.GetAsyncEnumerator(ending.Token);
                await room.WaitAsync(ending.Token);
                while (await source.MoveNextAsync() && await IsSentAsync(ask(source.Current)))
                    await room.WaitAsync(ending.Token);
                isDone = true;
            }
            finally
            {
                if (!isDone)
                    await ending.CancelAsync();
            }

            await call.RequestStream.CompleteAsync();
        }

        async Task<bool> IsSentAsync(TRequest request)
        {
            try
            {
                Interlocked.Increment(ref sent);
                await call.RequestStream.WriteAsync(request, ending.Token);
                return true;
            }
            catch (Exception ended) when (ended is RpcException or InvalidOperationException)
            {
                return false; // the call is over: whoever reads the answers learns why
            }
        }

        async Task<bool> IsNextThereAsync()
        {
            try
            {
                return await call.ResponseStream.MoveNext(ending.Token);
            }
            catch (Exception ended) when (ended is RpcException or OperationCanceledException && ending.IsCancellationRequested)
            {
                cancellationToken.ThrowIfCancellationRequested();
                await sending; // throws what the documents threw
                throw;
            }
        }
    }
}
