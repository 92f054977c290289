using EntityRes.Resolution.Candidates;
using EntityRes.Resolution.CanonicalIds;
using EntityRes.Resolution.NilClusters;
using EntityRes.Resolution.Scoring;

namespace EntityRes.Resolution;

/// <summary>Chains with a name → linked or NIL, in two readings: alone, then with the document's other entities.</summary>
internal sealed class NamedChainResolver(Scorer scorer, NilDecision nil)
{
    private const int NoReading = -1;

    /// <summary>Reads every chain alone and tells the document context what came out.</summary>
    /// <returns>The best candidate of each chain as index into the catalogue, −1 where none would be linked.</returns>
    internal int[] ReadFirst(DocumentQuery query, DocumentContext document, CancellationToken cancellationToken)
    {
        var readings = new int[query.Chains.Count];
        var candidates = new List<Candidate>();
        var scored = new List<(Candidate Candidate, float Score)>();
        for (var i = 0; i < readings.Length; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            CandidateGenerator.Generate(document.Catalogue, query.Chains[i], candidates);
            scorer.Score(Context(query.Chains[i], document, NoReading), candidates, scored);
            readings[i] = scored.Count > 0 && nil.Links(Scorer.Probability01(scored[0].Score))
                ? scored[0].Candidate.Entity : NoReading;
        }

        for (var i = 0; i < readings.Length; i++)
        {
            if (readings[i] != NoReading)
                document.Add(readings[i], WordCount(query.Chains[i]));
        }

        return readings;
    }

    /// <summary>Decides on every chain; chains without a name stay unresolved.</summary>
    internal Decision[] Resolve(
        DocumentQuery query, DocumentContext document, int[] readings, CancellationToken cancellationToken)
    {
        var decisions = new Decision[query.Chains.Count];
        var candidates = new List<Candidate>();
        var scored = new List<(Candidate Candidate, float Score)>();
        for (var i = 0; i < decisions.Length; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var chain = query.Chains[i];
            CandidateGenerator.Generate(document.Catalogue, chain, candidates);
            var context = Context(chain, document, readings[i]);
            scorer.Score(context, candidates, scored);
            decisions[i] = Decide(query, context, chain, scored);
        }

        return decisions;
    }

    private Decision Decide(
        DocumentQuery query, in ChainContext context, ChainQuery chain, List<(Candidate Candidate, float Score)> scored)
    {
        var probability01 = scored.Count > 0 ? Scorer.Probability01(scored[0].Score) : 0;
        var ranked = scored.Select(pair => new ScoredCandidate(pair.Candidate.Entity, pair.Score)).ToList();
        if (scored.Count > 0 && nil.Links(probability01))
        {
            var entity = scored[0].Candidate.Entity;
            var name = context.Document.Catalogue.Entities[entity].Name;
            return new Decision(
                DecisionKind.Linked, entity, Minted: null, probability01, ranked,
                query.Explain ? scorer.Explain(context, scored, $"{scored[0].Candidate.Match} match of {name}") : null);
        }

        var minted = NilName.Of(chain) is { } nilName
            ? new MintedEntity(MintedId.Of(nilName.Type, nilName.Name), nilName.Type, nilName.Name) : null;
        var reason = scored.Count > 0 ? "no candidate is likely enough" : "the catalogue has no such name";
        return new Decision(
            minted is null ? DecisionKind.Unresolved : DecisionKind.Nil, Entity: -1, minted,
            minted is null ? 0 : 1 - probability01, ranked,
            !query.Explain ? null
            : scored.Count > 0 ? scorer.Explain(context, scored, reason)
            : new Explanation([], "", RunnerUp: -1, Office: null, Tenure: null, reason));
    }

    /// <summary>What the features may look at of a chain.</summary>
    internal static ChainContext Context(ChainQuery chain, DocumentContext document, int firstReading) =>
        new(document, chain, WordCount(chain), firstReading);

    private static int WordCount(ChainQuery chain) => chain.Mentions[chain.Representative].Text.AsSpan().Count(' ') + 1;
}
