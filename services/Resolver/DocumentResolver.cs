using EntityRes.Hosting;
using EntityRes.Resolution;
using EntityRes.Resolution.CanonicalIds;
using EntityRes.Resolution.Catalogue;
using EntityRes.V1;

namespace EntityRes.Resolver;

/// <summary>Resolve request → resolve response: checks, decides, asks the store once, and maps.</summary>
/// <param name="pipeline">Decides.</param>
/// <param name="store">Remembers.</param>
/// <param name="metrics">Where it counts; null = nowhere.</param>
/// <remarks>Thread-safe.</remarks>
public sealed class DocumentResolver(ResolutionPipeline pipeline, ICanonicalIdStore store, ResolverMetrics? metrics = null)
{
    private readonly CanonicalIdAssigner _assigner = new(store);

    /// <summary>What gives the answers.</summary>
    public Versions Versions => new() { Catalogue = pipeline.Catalogue.Version, Build = ServiceHost.BuildVersion };

    /// <summary>Answers one request.</summary>
    /// <exception cref="Grpc.Core.RpcException">The request is not valid or over a limit; names the field.</exception>
    /// <exception cref="StoreUnavailableException">Ids would have to be minted and the store cannot be reached.</exception>
    /// <exception cref="OperationCanceledException">Cancelled; honoured within one chain's work.</exception>
    public async Task<ResolveResponse> ResolveAsync(ResolveRequest request, CancellationToken cancellationToken)
    {
        var stages = metrics?.StartStages();
        var options = ResolveOptionsReader.Read(request.Options);
        var input = ResolveInput.Read(request);
        var query = new DocumentQuery(input.Queries, input.Document.Date, options.Explain);
        stages?.Report("check");
        var decisions = pipeline.Resolve(query, cancellationToken, stages);

        var response = new ResolveResponse
        {
            DocumentId = input.Document.Id,
            DocumentDate = input.Document.Date is { } date
                ? new DocumentDate { Value = date.ToString(), Source = DateSource.Request }
                : new DocumentDate { Source = DateSource.None },
            Versions = Versions,
        };
        response.Warnings.AddRange(input.Document.Warnings);
        var minted = await AssignAsync(decisions, options.Mint, response, cancellationToken);
        stages?.Report("store");
        response.Chains.AddRange(input.Chains);
        AddResolutions(response, decisions, minted, options);
        AddEntities(response, input.Queries, minted);
        stages?.Report("answer");
        metrics?.Resolved(response);
        return response;
    }

    private async ValueTask<IReadOnlyList<MintedEntity?>> AssignAsync(
        IReadOnlyList<Decision> decisions, bool mint, ResolveResponse response, CancellationToken cancellationToken)
    {
        if (!decisions.Any(decision => decision.Minted is not null))
            return new MintedEntity?[decisions.Count];
        try
        {
            using var call = metrics?.StartStoreCall(mint ? "mint" : "find");
            return await _assigner.AssignAsync(decisions, mint, cancellationToken);
        }
        catch (StoreUnavailableException) when (!mint)
        {
            response.Warnings.Add(new Warning
            {
                Code = WarningCode.StoreUnavailable,
                Message = "the store of minted ids cannot be reached: names outside the catalogue are not recognised",
            });
            return new MintedEntity?[decisions.Count];
        }
    }

    private void AddResolutions(
        ResolveResponse response, IReadOnlyList<Decision> decisions, IReadOnlyList<MintedEntity?> minted, ResolveOptions options)
    {
        for (var i = 0; i < decisions.Count; i++)
        {
            var resolution = ResolutionMapping.ToProto(decisions[i], minted[i], pipeline.Catalogue, options.MaxCandidates);
            resolution.Chain = i;
            response.Resolutions.Add(resolution);
        }
    }

    private void AddEntities(
        ResolveResponse response, IReadOnlyList<ChainQuery> chains, IReadOnlyList<MintedEntity?> minted)
    {
        var mintedById = minted.OfType<MintedEntity>().DistinctBy(entity => entity.Id).ToDictionary(entity => entity.Id);
        var ids = response.Resolutions.Select(resolution => resolution.EntityId).ToList();
        foreach (var (id, share01) in Salience.Share(chains, ids))
        {
            var entity = mintedById.TryGetValue(id, out var remembered)
                ? EntityMapping.ToProto(remembered)
                : EntityMapping.ToProto(Known(id));
            entity.Salience = share01;
            response.Entities.Add(entity);
        }
    }

    private CatalogueEntity Known(string id) =>
        pipeline.Catalogue.TryFind(id, out var index)
            ? pipeline.Catalogue.Entities[index]
            : throw new InvalidOperationException($"decision names '{id}', which is neither remembered nor in the catalogue");
}
