using System.Runtime.CompilerServices;
using EntityRes.Client;
using EntityRes.V1;
using Grpc.Core;

namespace EntityRes.Services.Tests.Clients;

/// <summary>Many documents over one call of the client package.</summary>
[Collection(RunningServicesGroup.Name)]
public class DocumentStreamTests(RunningServices services)
{
    private const int InFlight = 4;

    [Fact]
    public async Task Answers_come_in_order_and_a_refused_document_ends_nothing()
    {
        using var client = Connect();
        var source = new Source(count: 200, wrong: 17);
        var number = 0;
        await foreach (var answer in client.AnnotateAsync(source.ReadAsync()))
        {
            Assert.Equal($"{number}", answer.DocumentId);
            if (number == 17)
                Assert.Equal("document.document_date", Assert.Single(answer.Error!.Fields).Name);
            else
                Assert.Equal("Q567", answer.Response!.Resolutions[0].EntityId);
            number++;
        }

        Assert.Equal((200, true), (number, source.IsDisposed));
    }

    [Fact]
    public async Task The_extractor_answers_streams_too()
    {
        using var client = Connect();
        var answers = await client.ExtractAsync(new Source(count: 10, wrong: 3).ReadAsync()).ToListAsync();
        Assert.Equal(Enumerable.Range(0, 10).Select(number => number != 3), answers.Select(answer => answer.IsAnswered));
    }

    [Fact]
    public async Task Documents_are_read_only_as_fast_as_answers_are_taken()
    {
        using var client = Connect();
        var source = new Source(count: 100);
        var taken = 0;
        await foreach (var _ in client.AnnotateAsync(source.ReadAsync()))
        {
            taken++;
            Assert.InRange(source.Read, taken, taken - 1 + InFlight);
        }

        Assert.Equal(100, taken);
    }

    [Fact]
    public async Task No_documents_no_answers()
    {
        using var client = Connect();
        Assert.Empty(await client.AnnotateAsync(new Source(count: 0).ReadAsync()).ToListAsync());
    }

    [Fact]
    public async Task What_the_documents_throw_is_thrown()
    {
        using var client = Connect();
        var source = new Source(count: 50, broken: 20);
        var thrown = await Assert.ThrowsAsync<InvalidDataException>(async () => await client.AnnotateAsync(source.ReadAsync()).CountAsync());
        Assert.Equal("20", thrown.Message);
    }

    [Fact]
    public async Task A_caller_who_leaves_early_leaves_nothing_behind()
    {
        using var client = Connect();
        var source = new Source(count: int.MaxValue);
        Assert.Equal(5, await client.AnnotateAsync(source.ReadAsync()).Take(5).CountAsync());
        Assert.True(source.IsDisposed);
    }

    [Fact]
    public async Task A_caller_who_cancels_learns_of_nothing_else()
    {
        using var client = Connect();
        using var cancelling = new CancellationTokenSource();
        var source = new Source(count: int.MaxValue);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var answer in client.AnnotateAsync(source.ReadAsync(), cancellationToken: cancelling.Token))
            {
                if (answer.DocumentId == "7")
                    await cancelling.CancelAsync();
            }
        });
        Assert.True(source.IsDisposed);
    }

    [Fact]
    public async Task A_service_that_is_not_there_is_an_error_of_the_stream()
    {
        using var client = new EntityResClient(new EntityResClientOptions { ResolverAddress = new Uri("http://127.0.0.1:1") });
        var source = new Source(count: 10);
        var failed = await Assert.ThrowsAsync<RpcException>(async () => await client.AnnotateAsync(source.ReadAsync()).CountAsync());
        Assert.Equal(StatusCode.Unavailable, failed.StatusCode);
        Assert.True(source.IsDisposed || source.Read == 0);
    }

    private EntityResClient Connect() => new(new EntityResClientOptions
    {
        ResolverAddress = new Uri($"http://{services.Resolver.Target}"),
        ExtractorAddress = new Uri($"http://{services.Extractor.Target}"),
        StreamInFlight = InFlight,
    });

    private sealed class Source(int count, int wrong = -1, int broken = -1)
    {
        private int _read;
        private int _isDisposed;

        internal int Read => Volatile.Read(ref _read);

        internal bool IsDisposed => Volatile.Read(ref _isDisposed) == 1;

        internal async IAsyncEnumerable<Document> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            try
            {
                for (var number = 0; number < count; number++)
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    await Task.Yield();
                    if (number == broken)
                        throw new InvalidDataException($"{number}");
                    Interlocked.Increment(ref _read);
                    yield return new Document { Id = $"{number}", Text = "Angela Merkel spoke.", DocumentDate = number == wrong ? "never" : "" };
                }
            }
            finally
            {
                Volatile.Write(ref _isDisposed, 1);
            }
        }
    }
}
