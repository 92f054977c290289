using EntityRes.Extractor;
using EntityRes.Resolution.CanonicalIds;
using EntityRes.Resolution.Catalogue;
using EntityRes.Resolution.Scoring;
using EntityRes.Resolver;
using EntityRes.Resolver.Identity;
using EntityRes.Resolver.Stores;

namespace EntityRes.Cli;

/// <summary>Extractor and resolver in one process, without a wire between them.</summary>
internal sealed class EmbeddedPipeline : IAsyncDisposable
{
    private readonly EntityCatalogue _catalogue;
    private readonly IIdentityStore _store;
    private readonly LiveCatalogue _live;

    private EmbeddedPipeline(EntityCatalogue catalogue, IIdentityStore store)
    {
        _catalogue = catalogue;
        _store = store;
        var extractor = new DocumentExtractor();
        _live = new LiveCatalogue(catalogue, ScoringModel.Load(), store, TimeProvider.System);
        Resolver = new DocumentResolver(_live, new EntityDirectory(_live, store), store);
        Annotator = new DocumentAnnotator(
            (request, cancellationToken) => Task.FromResult(extractor.Extract(request, cancellationToken)), Resolver);
    }

    /// <summary>Text in, resolved entities out.</summary>
    internal DocumentAnnotator Annotator { get; }

    /// <summary>Mentions and chains in, resolved entities out.</summary>
    internal DocumentResolver Resolver { get; }

    /// <summary>Ids of all entities of the catalogue.</summary>
    internal IReadOnlySet<string> CatalogueIds() =>
        Enumerable.Range(0, _catalogue.Entities.Count).Select(entity => _catalogue.Entities[entity].Id).ToHashSet(StringComparer.Ordinal);

    /// <summary>Opens the pipeline on the store that the environment names, in memory by default.</summary>
    /// <param name="catalogue">A compiled catalogue; null = that of <c>ENTITYRES_CATALOGUE</c>, else the shipped one.</param>
    internal static async Task<EmbeddedPipeline> OpenAsync(string? catalogue) => new(
        Catalogue(catalogue),
        await IdentityStores.OpenAsync(
            Environment.GetEnvironmentVariable("ENTITYRES_REDIS"), Environment.GetEnvironmentVariable("ENTITYRES_DATA_DIR")));

    /// <summary>Opens the pipeline on a store that forgets, so that measuring leaves no trace.</summary>
    /// <param name="catalogue">As for <see cref="OpenAsync"/>.</param>
    internal static async Task<EmbeddedPipeline> OpenForgetfulAsync(string? catalogue) =>
        new(Catalogue(catalogue), await IdentityStores.OpenAsync(redis: null, dataDir: null));

    /// <summary>Opens the store that the environment names.</summary>
    /// <exception cref="UsageException">It names none.</exception>
    internal static async Task<IIdentityStore> OpenNamedStoreAsync()
    {
        var redis = Environment.GetEnvironmentVariable("ENTITYRES_REDIS");
        var folder = Environment.GetEnvironmentVariable("ENTITYRES_DATA_DIR");
        return string.IsNullOrEmpty(redis) && string.IsNullOrEmpty(folder)
            ? throw new UsageException("ENTITYRES_REDIS or ENTITYRES_DATA_DIR must name the store")
            : await IdentityStores.OpenAsync(redis, folder);
    }

    public async ValueTask DisposeAsync()
    {
        _live.Dispose();
        await _store.DisposeAsync();
        _catalogue.Dispose();
    }

    private static EntityCatalogue Catalogue(string? path) =>
        ShippedCatalogue.LoadOr(path ?? Environment.GetEnvironmentVariable("ENTITYRES_CATALOGUE"));
}
