using EntityRes.Resolution;
using EntityRes.Resolution.Candidates;
using EntityRes.Resolution.CanonicalIds;
using EntityRes.Resolution.Catalogue;
using EntityRes.Resolution.Ledger;
using EntityRes.Resolution.Scoring;

namespace EntityRes.Resolver.Identity;

/// <summary>The compiled catalogue with everything that the ledger says up to a position. Immutable and thread-safe.</summary>
public sealed class CatalogueSnapshot
{
    private readonly EntityCatalogue _compiled;
    private readonly CatalogueAdditions _additions;
    private readonly ScoringModel _model;

    /// <summary>The snapshot before the first entry.</summary>
    public CatalogueSnapshot(EntityCatalogue compiled, ScoringModel model)
        : this(compiled, compiled, CatalogueAdditions.To(compiled), model, LedgerState.Empty, IIdentityStore.Beginning)
    {
    }

    private CatalogueSnapshot(
        EntityCatalogue compiled, EntityCatalogue catalogue, CatalogueAdditions additions, ScoringModel model, LedgerState ledger, string position)
    {
        (_compiled, _additions, _model) = (compiled, additions, model);
        (Catalogue, Ledger, Position) = (catalogue, ledger, position);
        Pipeline = new ResolutionPipeline(catalogue, model);
        Search = new NameSearch(catalogue);
        Known = new KnownEntities(catalogue, ledger);
    }

    /// <summary>Compiled and added entities.</summary>
    public EntityCatalogue Catalogue { get; }

    /// <summary>Who answers for whom.</summary>
    public LedgerState Ledger { get; }

    /// <summary>Position in the ledger of the last entry read.</summary>
    public string Position { get; }

    /// <summary>Resolves with this catalogue.</summary>
    public ResolutionPipeline Pipeline { get; }

    /// <summary>Searches this catalogue.</summary>
    public NameSearch Search { get; }

    /// <summary>The entities of this catalogue as answers carry them.</summary>
    internal KnownEntities Known { get; }

    /// <summary>With more entries; those that contradict earlier ones are passed over.</summary>
    /// <exception cref="StoreUnavailableException">An entry cannot be read.</exception>
    public CatalogueSnapshot With(IReadOnlyList<LoggedEntry> entries)
    {
        var (ledger, additions) = (Ledger, _additions);
        foreach (var logged in entries)
        {
            var entry = logged.Read();
            var next = ledger.With(entry);
            if (next != ledger)
                additions = additions.With(entry);
            ledger = next;
        }

        return new CatalogueSnapshot(
            _compiled, additions == _additions ? Catalogue : _compiled.With(additions), additions, _model, ledger, entries[^1].Position);
    }
}
