using EntityRes.Resolution.Candidates;
using EntityRes.Resolution.Catalogue;
using EntityRes.Resolution.Roles;
using EntityRes.Resolution.Scoring;

namespace EntityRes.Resolution;

/// <summary>Chains without a name but with a role → the holder of the office, or the capital.</summary>
internal sealed class RoleChainResolver(EntityCatalogue catalogue)
{
    // Probability that a reading by office and day-precise tenure is right; measured on the role cases in seeds/gold.
    private const float CertainReading01 = 0.95f;

    private readonly RoleResolver _resolver = new(catalogue);

    /// <summary>Replaces the decisions on role chains by what their roles mean.</summary>
    /// <param name="query">The document.</param>
    /// <param name="decisions">The decisions on named chains; those on role chains are replaced.</param>
    /// <param name="cancellationToken">Checked once a chain.</param>
    internal void Resolve(DocumentQuery query, Decision[] decisions, CancellationToken cancellationToken)
    {
        var named = decisions.Where(decision => decision.Kind == DecisionKind.Linked)
            .Select(decision => decision.Entity).ToHashSet();
        for (var i = 0; i < decisions.Length; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var chain = query.Chains[i];
            if (chain.Mentions[chain.Representative].Form == MentionForm.Named)
                continue;
            decisions[i] = ResolveRole(query, chain, named);
        }
    }

    private Decision ResolveRole(DocumentQuery query, ChainQuery chain, IReadOnlySet<int> named)
    {
        RoleReading? best = null;
        foreach (var mention in chain.Mentions)
        {
            if (mention.Form != MentionForm.Role)
                continue;
            if (mention.Type == EntityType.Location && CapitalRole.TryResolve(catalogue, mention.Text, out var city))
                return Linked(city, query.Explain ? Explain(null, null, "the seat of government") : null);
            if (mention.Type != EntityType.Person)
                continue;
            var reading = _resolver.Resolve(mention.Text, query.AsOf, named);
            if (reading.IsCertain)
            {
                var (office, tenure) = reading.Holders[0];
                return Linked(tenure.Holder, query.Explain ? Explain(office, tenure, reading.Reason) : null);
            }

            if (best is null || reading.Holders.Count > best.Holders.Count)
                best = reading;
        }

        var reason = best?.Reason ?? "it names nobody and nothing";
        var candidates = (best?.Holders ?? []).Select(holder => new ScoredCandidate(holder.Tenure.Holder, 0)).ToList();
        return new Decision(
            DecisionKind.Unresolved, Entity: -1, Minted: null,
            candidates.Count > 0 ? 1f / candidates.Count : 0, candidates, Explain(null, null, reason));
    }

    private static Decision Linked(int entity, Explanation? explanation) =>
        new(DecisionKind.Linked, entity, Minted: null, CertainReading01, [new ScoredCandidate(entity, 0)], explanation);

    private static Explanation Explain(Office? office, Tenure? tenure, string reason) =>
        new([], "", RunnerUp: -1, office, tenure, reason);
}
