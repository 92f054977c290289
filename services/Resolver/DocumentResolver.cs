using EntityRes.Hosting;
using EntityRes.Resolution;
using EntityRes.Resolution.CanonicalIds;
using EntityRes.Resolution.Catalogue;
using EntityRes.Resolver.Identity;
using EntityRes.V1;

namespace EntityRes.Resolver;

/// <summary>Resolve request → resolve response: checks, decides, asks the store once, hears people's judgements, and maps.</summary>
/// <remarks>Thread-safe.</remarks>
/// <param name="live">The catalogue and the judgements.</param>
/// <param name="directory">Entities by id.</param>
/// <param name="store">Where minted entities are remembered.</param>
/// <param name="evidence">Takes note of what is seen of them; null = nobody does.</param>
/// <param name="metrics">Where it counts; null = nowhere.</param>
public sealed class DocumentResolver(
    LiveCatalogue live, EntityDirectory directory, IIdentityStore store, EvidenceRecorder? evidence = null, ResolverMetrics? metrics = null)
{
    private const int RunnerUp = 2; // candidates that are kept even when none are asked for: whether the best is alone decides

    private readonly CanonicalIdAssigner _assigner = new(store);

    /// <summary>What gives the answers.</summary>
    public Versions Versions => VersionsOf(live.Current);

    /// <summary>Answers one request.</summary>
    /// <exception cref="Grpc.Core.RpcException">The request is not valid or over a limit; names the field.</exception>
    /// <exception cref="StoreUnavailableException">Ids would have to be minted and the store cannot be reached.</exception>
    /// <exception cref="OperationCanceledException">Cancelled; honoured within one chain's work.</exception>
    public async Task<ResolveResponse> ResolveAsync(ResolveRequest request, CancellationToken cancellationToken)
    {
        var stages = metrics?.StartStages();
        var options = ResolveOptionsReader.Read(request.Options);
        var input = ResolveInput.Read(request);
        stages?.Report("check");
        var isStoreKnown = await live.TryBeFreshAsync(cancellationToken);
        var snapshot = live.Current;
        var decisions = snapshot.Pipeline.Resolve(
            new DocumentQuery(input.Queries, input.Document.Date, options.Explain, Math.Max(RunnerUp, options.MaxCandidates)),
            cancellationToken, stages);

        var response = new ResolveResponse
        {
            DocumentId = input.Document.Id,
            DocumentDate = input.Document.Date is { } date
                ? new DocumentDate { Value = date.ToString(), Source = DateSource.Request }
                : new DocumentDate { Source = DateSource.None },
            Versions = VersionsOf(snapshot),
        };
        response.Warnings.AddRange(input.Document.Warnings);
        var minted = await AssignAsync(input, decisions, snapshot.Catalogue, options.Mint, isStoreKnown, response, cancellationToken);
        stages?.Report("store");
        response.Chains.AddRange(input.Chains);
        for (var i = 0; i < decisions.Count; i++)
        {
            var resolved = ResolvedChain.Of(decisions[i], minted[i], snapshot);
            var resolution = ResolutionMapping.ToProto(resolved, snapshot.Catalogue, options.MaxCandidates);
            resolution.Chain = i;
            response.Resolutions.Add(resolution);
        }

        await AddEntitiesAsync(response, input.Queries, minted, snapshot, cancellationToken);
        stages?.Report("answer");
        metrics?.Resolved(response);
        return response;
    }

    private static Versions VersionsOf(CatalogueSnapshot snapshot) =>
        new() { Catalogue = snapshot.Catalogue.Version, Build = ServiceHost.BuildVersion };

    private async ValueTask<IReadOnlyList<MintedEntity?>> AssignAsync(
        ResolveInput input, IReadOnlyList<Decision> decisions, EntityCatalogue catalogue, bool mint, bool isStoreKnown,
        ResolveResponse response, CancellationToken cancellationToken)
    {
        var sightings = SightingReader.Read(input, decisions, catalogue);
        try
        {
            if (Array.TrueForAll(sightings, sighting => sighting is null))
                return new MintedEntity?[decisions.Count];
            using var call = metrics?.StartStoreCall(mint ? "mint" : "find");
            var assigned = await _assigner.AssignAsync(sightings, mint, cancellationToken);
            metrics?.Minted(assigned.Count(one => one is { IsNew: true }));
            for (var i = 0; mint && i < assigned.Count; i++)
            {
                if (assigned[i] is { IsNew: false } known)
                    evidence?.Record(known.Entity.Id, sightings[i]!);
            }

            return [.. assigned.Select(one => one?.Entity)];
        }
        catch (StoreUnavailableException) when (!mint)
        {
            isStoreKnown = false;
            return new MintedEntity?[decisions.Count];
        }
        finally
        {
            if (!isStoreKnown)
            {
                response.Warnings.Add(new Warning
                {
                    Code = WarningCode.StoreUnavailable,
                    Message = "the store of identity cannot be reached: minted names and the latest judgements may not be recognised",
                });
            }
        }
    }

    private async ValueTask AddEntitiesAsync(
        ResolveResponse response, IReadOnlyList<ChainQuery> chains, IReadOnlyList<MintedEntity?> minted, CatalogueSnapshot snapshot,
        CancellationToken cancellationToken)
    {
        Dictionary<string, MintedEntity>? mintedById = null;
        var ids = new string[response.Resolutions.Count];
        for (var i = 0; i < ids.Length; i++)
            ids[i] = response.Resolutions[i].EntityId;
        foreach (var (id, share01) in Salience.Share(chains, ids))
        {
            if (snapshot.Catalogue.TryFind(id, out var known))
            {
                response.Entities.Add(snapshot.Known.Of(known, share01));
                continue;
            }

            var entity = MintedId.IsWellFormed(id)
                ? EntityMapping.ToProto((mintedById ??= ById(minted)).GetValueOrDefault(id) ?? await FindSuccessorAsync(id, cancellationToken))
                : new Entity { Id = id }; // a judgement names an item of a catalogue that is not in use any more
            EntityMapping.AddJudgements(entity, snapshot.Ledger, includeHistory: false);
            entity.Salience = share01;
            response.Entities.Add(entity);
        }
    }

    private static Dictionary<string, MintedEntity> ById(IReadOnlyList<MintedEntity?> minted) =>
        minted.OfType<MintedEntity>().DistinctBy(entity => entity.Id).ToDictionary(entity => entity.Id);

    // The entity that a minted id of this document gave way to is minted too, and was not named here itself.
    private async ValueTask<MintedEntity> FindSuccessorAsync(string id, CancellationToken cancellationToken) =>
        (await directory.FindMintedAsync([id], cancellationToken))[0]
        ?? throw new StoreUnavailableException($"the ledger names '{id}', which the store does not remember");
}
