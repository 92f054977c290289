using EntityRes.Resolution.Candidates;
using EntityRes.Resolution.Catalogue;
using EntityRes.Resolution.NilClusters;
using EntityRes.Resolution.Roles;
using EntityRes.Resolution.Scoring;

namespace EntityRes.Resolution;

/// <summary>Chains of one document → decisions, from the catalogue alone: no store, no clock, no randomness.</summary>
/// <remarks>Thread-safe. Linear in the number of chains.</remarks>
public sealed class ResolutionPipeline
{
    private readonly NamedChainResolver _named;
    private readonly RoleChainResolver _roles;

    /// <summary>Prepares the pipeline.</summary>
    /// <param name="catalogue">The knowledge base.</param>
    /// <param name="model">Weights and thresholds.</param>
    public ResolutionPipeline(EntityCatalogue catalogue, ScoringModel model)
    {
        Catalogue = catalogue;
        _named = new NamedChainResolver(new Scorer(model), new NilDecision(model.LinkThreshold01));
        _roles = new RoleChainResolver(catalogue, model.Roles);
    }

    /// <summary>The knowledge base that indexes of decisions point into.</summary>
    public EntityCatalogue Catalogue { get; }

    /// <summary>Decides on every chain of a document.</summary>
    /// <param name="query">The document.</param>
    /// <param name="cancellationToken">Checked once a chain.</param>
    /// <param name="stages">Told of every stage that is done, by its name; null = nobody.</param>
    /// <returns>One decision a chain, in the order of the chains.</returns>
    /// <exception cref="OperationCanceledException">Cancelled; checked once a chain.</exception>
    public IReadOnlyList<Decision> Resolve(
        DocumentQuery query, CancellationToken cancellationToken, IProgress<string>? stages = null)
    {
        var document = new DocumentContext(Catalogue, query.AsOf, query.Chains.Count);
        var scratch = ResolutionScratch.Rent();
        var readings = _named.ReadFirst(query, document, scratch, cancellationToken);
        stages?.Report("candidates");
        var decisions = _named.Resolve(query, document, readings, scratch, cancellationToken);
        scratch.Return();
        stages?.Report("scoring");
        _roles.Resolve(query, decisions, cancellationToken);
        stages?.Report("roles");
        return decisions;
    }
}
