using EntityRes.Extractor;
using EntityRes.Resolution;
using EntityRes.Resolution.CanonicalIds;
using EntityRes.Resolution.Catalogue;
using EntityRes.Resolution.Scoring;
using EntityRes.Resolver;
using EntityRes.Resolver.Stores;

namespace EntityRes.Cli;

/// <summary>Extractor and resolver in one process, without a wire between them.</summary>
internal sealed class EmbeddedPipeline : IAsyncDisposable
{
    private readonly ICanonicalIdStore _store;

    private EmbeddedPipeline(ICanonicalIdStore store)
    {
        _store = store;
        var extractor = new DocumentExtractor();
        var resolver = new DocumentResolver(new ResolutionPipeline(ShippedCatalogue.Load(), ScoringModel.Load()), store);
        Annotator = new DocumentAnnotator(
            (request, cancellationToken) => Task.FromResult(extractor.Extract(request, cancellationToken)), resolver);
    }

    /// <summary>Text in, resolved entities out.</summary>
    internal DocumentAnnotator Annotator { get; }

    /// <summary>Opens the pipeline on the store that the environment names, in memory by default.</summary>
    internal static async Task<EmbeddedPipeline> OpenAsync() => new(await CanonicalIdStores.OpenAsync(
        Environment.GetEnvironmentVariable("ENTITYRES_REDIS"), Environment.GetEnvironmentVariable("ENTITYRES_DATA_DIR")));

    public ValueTask DisposeAsync() => _store.DisposeAsync();
}
