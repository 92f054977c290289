using EntityRes.Resolution.Candidates;
using EntityRes.Resolution.Catalogue;
using EntityRes.Resolution.Roles;
using EntityRes.Resolution.Scoring;

namespace EntityRes.Resolution;

/// <summary>Chains without a name but with a role → the holder of the office, the capital, or the organisation.</summary>
internal sealed class RoleChainResolver(EntityCatalogue catalogue, RoleWeights weights)
{
    private readonly RoleResolver _resolver = new(catalogue);
    private readonly CapitalRole _capitals = new(catalogue);
    private readonly OrganisationRole _organisations = new(catalogue);
    private readonly RoleScorer _scorer = new(weights);

    /// <summary>Replaces the decisions on role chains by what their roles mean.</summary>
    /// <param name="query">The document.</param>
    /// <param name="decisions">The decisions on named chains; those on role chains are replaced.</param>
    /// <param name="cancellationToken">Checked once a chain.</param>
    internal void Resolve(DocumentQuery query, Decision[] decisions, CancellationToken cancellationToken)
    {
        var named = new HashSet<int>();
        foreach (var decision in decisions)
        {
            if (decision.Kind == DecisionKind.Linked)
                named.Add(decision.Entity);
        }

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
            if (mention.Type == EntityType.Location && _capitals.TryResolve(mention.Text, out var city))
                return LinkedOnly(city, query.Explain, "the seat of government");
            if (mention.Type == EntityType.Organization && _organisations.TryResolve(mention.Text, out var organisation))
                return LinkedOnly(organisation, query.Explain, "the only one of its kind there");
            if (mention.Type != EntityType.Person)
                continue;
            var reading = _resolver.Resolve(mention.Text, query.AsOf, named, query.Explain);
            if (reading.IsCertain)
                return LinkedHolder(reading, query.Explain);
            if (best is null || reading.Holders.Count > best.Holders.Count)
                best = reading;
        }

        return Unresolved(best);
    }

    private Decision LinkedHolder(RoleReading reading, bool explain)
    {
        var holder = reading.Holders[0];
        var score = _scorer.Score(holder);
        var candidates = new List<ScoredCandidate>(2) { new(holder.Tenure.Holder, score) };
        if (reading.RunnerUp is { } second)
            candidates.Add(new ScoredCandidate(second.Tenure.Holder, Math.Min(score, _scorer.Score(second))));
        return new Decision(
            DecisionKind.Linked, holder.Tenure.Holder, Minted: null, Scorer.Probability01(score), candidates,
            explain ? _scorer.Explain(holder, reading.RunnerUp, reading.Reason) : null);
    }

    private Decision LinkedOnly(int entity, bool explain, string reason)
    {
        var score = _scorer.OnlyOfItsKind;
        return new Decision(
            DecisionKind.Linked, entity, Minted: null, Scorer.Probability01(score), [new ScoredCandidate(entity, score)],
            explain ? _scorer.ExplainOnly(reason) : null);
    }

    // What the date leaves open is as likely as its share of the date's days; nothing speaks for one when the date is unknown.
    private static Decision Unresolved(RoleReading? reading)
    {
        var holders = reading?.Holders ?? [];
        var days = 0f;
        foreach (var holder in holders)
            days += holder.Coverage01;
        var candidates = new List<ScoredCandidate>(holders.Count);
        var best01 = 0f;
        foreach (var holder in holders)
        {
            var share01 = days > 0 ? holder.Coverage01 / days : 1f / holders.Count;
            best01 = Math.Max(best01, share01);
            candidates.Add(new ScoredCandidate(holder.Tenure.Holder, 0));
        }

        return new Decision(
            DecisionKind.Unresolved, Entity: -1, Minted: null, best01, candidates,
            new Explanation([], "", RunnerUp: -1, Office: null, Tenure: null, reading?.Reason ?? "it names nobody and nothing"));
    }
}
