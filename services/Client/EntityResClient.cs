using System.Runtime.CompilerServices;
using EntityRes.V1;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Grpc.Net.Client;
using Microsoft.Extensions.Logging;

namespace EntityRes.Client;

/// <summary>Calls the services. Thread-safe; one a process is enough, and it connects at the first call.</summary>
/// <remarks>
/// Calls end with <see cref="RpcException"/>; <see cref="ServiceError.Of(RpcException)"/> says which field, limit or reason is meant. RPCs that
/// the contract marks as idempotent are sent up to five times while a service cannot be reached.
/// </remarks>
public sealed class EntityResClient : IDisposable
{
    private const int SearchPage = 100; // results
    private static readonly TimeSpan WatchBackoff = TimeSpan.FromMilliseconds(500);

    private readonly GrpcChannel _resolver;
    private readonly GrpcChannel _extractor;
    private readonly int _streamInFlight;

    /// <summary>Prepares the calls.</summary>
    /// <param name="options">Where the services are and how they are called; read now, later changes have no effect.</param>
    /// <param name="loggerFactory">Where connections and retries are logged; null = nowhere.</param>
    /// <exception cref="ArgumentException">An option is out of its range; the message names it.</exception>
    public EntityResClient(EntityResClientOptions options, ILoggerFactory? loggerFactory = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        var settings = new ServiceChannelSettings
        {
            MaxMessageBytes = options.MaxMessageBytes,
            UsesTls = options.UsesTls,
            Tls = options.Tls,
            AddressRefresh = options.AddressRefresh,
            LoggerFactory = loggerFactory,
        };
        _resolver = ServiceChannel.Open(options.ResolverAddress, settings);
        _extractor = ServiceChannel.Open(options.ExtractorAddress, settings);
        _streamInFlight = options.StreamInFlight;
        var defaults = new CallDefaults(options.Timeout, options.AdminToken);
        var resolver = _resolver.Intercept(defaults);
        Extraction = new ExtractionService.ExtractionServiceClient(_extractor.Intercept(defaults));
        Resolution = new ResolutionService.ResolutionServiceClient(resolver);
        Catalogue = new CatalogueService.CatalogueServiceClient(resolver);
    }

    /// <summary>Every RPC of the extractor: text → mentions and chains.</summary>
    public ExtractionService.ExtractionServiceClient Extraction { get; }

    /// <summary>Every RPC of the resolver that reads: text → entities, ids → entities, names → entities.</summary>
    public ResolutionService.ResolutionServiceClient Resolution { get; }

    /// <summary>Every RPC of the resolver that changes what all replicas know; needs the token where the service has one.</summary>
    public CatalogueService.CatalogueServiceClient Catalogue { get; }

    /// <summary>Finds the entities of one text.</summary>
    /// <param name="text">The text, at most 1 MiB of UTF-8.</param>
    /// <param name="documentDate">When it was published: 2025-09-04, 2025-09 or 2025; "" = inferred from the text.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>Mentions with offsets in UTF-16 code units, chains, resolutions and entities.</returns>
    /// <exception cref="RpcException">What the service refused, or that it cannot be reached.</exception>
    public async Task<AnnotateResponse> AnnotateAsync(string text, string documentDate = "", CancellationToken cancellationToken = default) =>
        await Resolution.AnnotateAsync(
            new AnnotateRequest { Document = new Document { Text = text, DocumentDate = documentDate } }, cancellationToken: cancellationToken);

    /// <summary>Finds the entities of many texts over one call.</summary>
    /// <param name="documents">
    /// The texts; read only as fast as answers are taken, at most <see cref="EntityResClientOptions.StreamInFlight"/> ahead. An exception of theirs
    /// ends the stream and is thrown. They must honour the cancellation that they are read with.
    /// </param>
    /// <param name="options">How to resolve; null = the defaults.</param>
    /// <param name="offsetEncoding">Unit of the offsets in the answers; unspecified = UTF-16.</param>
    /// <param name="cancellationToken">Ends the stream.</param>
    /// <returns>One answer a document, in their order; a document that was refused yields an answer with the error.</returns>
    /// <exception cref="RpcException">The stream itself failed; documents without answer may be sent again.</exception>
    public IAsyncEnumerable<DocumentAnswer<AnnotateResponse>> AnnotateAsync(
        IAsyncEnumerable<Document> documents, ResolveOptions? options = null, OffsetEncoding offsetEncoding = default,
        CancellationToken cancellationToken = default) =>
        DocumentStream.AskAsync(
            end => Resolution.StreamAnnotate(cancellationToken: end), documents,
            document => new AnnotateRequest { Document = document, Options = options, OffsetEncoding = offsetEncoding },
            answer => DocumentAnswer<AnnotateResponse>.Of(answer.DocumentId, answer.Response, answer.Error), _streamInFlight, cancellationToken);

    /// <summary>Finds the mentions of many texts over one call; all else as in <see cref="AnnotateAsync(IAsyncEnumerable{Document}, ResolveOptions, OffsetEncoding, CancellationToken)"/>.</summary>
    /// <param name="documents">The texts.</param>
    /// <param name="offsetEncoding">Unit of the offsets in the answers; unspecified = UTF-16.</param>
    /// <param name="cancellationToken">Ends the stream.</param>
    /// <returns>One answer a document, in their order.</returns>
    /// <exception cref="RpcException">The stream itself failed.</exception>
    public IAsyncEnumerable<DocumentAnswer<ExtractResponse>> ExtractAsync(
        IAsyncEnumerable<Document> documents, OffsetEncoding offsetEncoding = default, CancellationToken cancellationToken = default) =>
        DocumentStream.AskAsync(
            end => Extraction.StreamExtract(cancellationToken: end), documents,
            document => new ExtractRequest { Document = document, OffsetEncoding = offsetEncoding },
            answer => DocumentAnswer<ExtractResponse>.Of(answer.DocumentId, answer.Response, answer.Error), _streamInFlight, cancellationToken);

    /// <summary>Finds entities by name, page after page as the results are taken.</summary>
    /// <param name="name">The name in any spelling, at most 1,024 bytes of UTF-8.</param>
    /// <param name="types">Only entities of these types; null or none = all.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <returns>Best match first.</returns>
    /// <exception cref="RpcException">What the service refused, or that it cannot be reached.</exception>
    public async IAsyncEnumerable<SearchResult> SearchAsync(
        string name, IEnumerable<EntityType>? types = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var request = new SearchEntitiesRequest { Q = name, Types_ = { types ?? [] }, PageSize = SearchPage };
        do
        {
            var page = await Resolution.SearchEntitiesAsync(request, cancellationToken: cancellationToken);
            foreach (var result in page.Results)
                yield return result;
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);
    }

    /// <summary>Follows what changes; goes on from the last change when the connection is lost, until it is cancelled.</summary>
    /// <param name="cursor">
    /// Cursor of the last change that was processed; "0" = from the first; "" = from now on, which after a lost connection means from then on
    /// until the first change has come.
    /// </param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>The changes, each at least once; in order for each entity.</returns>
    /// <exception cref="RpcException">What the service refused; never that it cannot be reached or is busy.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public async IAsyncEnumerable<Change> WatchAsync(string cursor, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        while (true)
        {
            using (var call = Catalogue.WatchChanges(new WatchChangesRequest { Cursor = cursor }, cancellationToken: cancellationToken))
            {
                while (await IsNextThereAsync(call.ResponseStream, cancellationToken))
                {
                    cursor = call.ResponseStream.Current.Cursor;
                    yield return call.ResponseStream.Current;
                }
            }

            await Task.Delay(WatchBackoff, cancellationToken);
        }
    }

    /// <summary>Closes the connections.</summary>
    public void Dispose()
    {
        _resolver.Dispose();
        _extractor.Dispose();
    }

    private static async Task<bool> IsNextThereAsync(IAsyncStreamReader<Change> changes, CancellationToken cancellationToken)
    {
        try
        {
            return await changes.MoveNext(cancellationToken);
        }
        catch (RpcException ended) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(ended.Message, ended, cancellationToken);
        }
        catch (RpcException lost) when (lost.StatusCode == StatusCode.Unavailable || ServiceError.Of(lost).RetryAfter is not null)
        {
            return false;
        }
    }
}
