using EntityRes.Extraction;
using EntityRes.Resolution.NilClusters;

namespace EntityRes.Evaluation.CrossDocument;

/// <summary>
/// How alike the surroundings of one entity outside the catalogue are in one document and in all its others, and those of two such
/// entities of one type: what a threshold on context signatures would keep together and part, were all of them called alike.
/// </summary>
internal sealed class ContextMeasurement
{
    private const int MostPairs = 200_000;
    private static readonly double[] Thresholds = [0.005, 0.02, 0.05, 0.08, 0.12];
    private static readonly int[] LeastWeights = [0, 20, 40];

    private readonly record struct Context(string Topic, string Document, string Entity, MentionType Type, string Id, bool IsOneWord, ContextSignature Signature);

    private readonly List<Context> _contexts = [];

    /// <summary>Adds the persons and organisations of a document that are not in the catalogue.</summary>
    /// <param name="document">The document.</param>
    /// <param name="extracted">Its mentions and chains.</param>
    /// <param name="mentions">Its named mentions with their ids.</param>
    /// <param name="shares">How much the document is about each canonical id, 0–1.</param>
    internal void Add(
        CorpusDocument document, ExtractionResult extracted, IReadOnlyList<ClusteredMention> mentions, IReadOnlyDictionary<string, float> shares)
    {
        foreach (var chain in mentions.GroupBy(mention => mention.Chain))
        {
            var first = chain.First();
            if (first.IsLinked || first.Type is not (MentionType.Person or MentionType.Organization))
                continue;
            var features = new ContextFeatures();
            foreach (var (id, share01) in shares)
                features.AddEntity(id == first.Id ? "" : id, share01);
            foreach (var member in extracted.Chains[first.Chain].Mentions.Select(index => extracted.Mentions[index]))
            {
                if (member.Kind == MentionKind.Role)
                    features.AddRole(member.Span.Of(document.Text));
                else if (member.Kind == MentionKind.Named)
                    features.AddWordsNear(document.Text, member.Span);
            }

            _contexts.Add(new Context(document.Topic, document.Id, first.Entity, first.Type, first.Id, !chain.Any(mention => mention.Surface.Contains(' ', StringComparison.Ordinal)), features.ToSignature()));
        }
    }

    /// <summary>Writes the shares of pairs on the right side of each threshold.</summary>
    internal void Write(TextWriter output)
    {
        WriteNamesakes(output);
        var (same, different) = Pairs();
        output.WriteLine($"  contexts: {_contexts.Count} of persons and organisations outside the catalogue; {same.Count} pairs of a document and the others of its entity, {different.Count} and those of another entity of the type (of another topic where there are topics)");
        output.WriteLine("  least weight | least similarity | one entity kept together | two entities parted");
        foreach (var weight in LeastWeights)
        {
            foreach (var threshold in Thresholds)
            {
                var limits = new ContextLimits(weight, threshold);
                var kept = Share(same, pair => pair.One.Compatible(pair.Other, limits));
                var parted = Share(different, pair => !pair.One.Compatible(pair.Other, limits));
                output.WriteLine(FormattableString.Invariant($"  {weight} | {threshold} | {kept:F3} | {parted:F3}"));
            }
        }
    }

    // What the limits in use would do to documents that really got one minted id.
    private void WriteNamesakes(TextWriter output)
    {
        foreach (var isOneWord in new[] { true, false })
        {
            var pairs = (
                from sameId in _contexts.Where(context => context.IsOneWord == isOneWord).GroupBy(context => (context.Topic, context.Id))
                from one in sameId
                from other in sameId
                where string.CompareOrdinal(one.Document, other.Document) < 0
                select (IsSame: one.Entity == other.Entity, IsParted: !one.Signature.Compatible(other.Signature))).CountBy(pair => pair).ToDictionary();
            output.WriteLine($"  {(isOneWord ? "names of one word" : "longer names")} with one minted id in two documents: one entity {pairs.GetValueOrDefault((true, false))} kept, {pairs.GetValueOrDefault((true, true))} parted; two entities {pairs.GetValueOrDefault((false, false))} kept, {pairs.GetValueOrDefault((false, true))} parted");
        }
    }

    private (List<(ContextSignature One, ContextSignature Other)> Same, List<(ContextSignature One, ContextSignature Other)> Different) Pairs()
    {
        var (same, different) = (new List<(ContextSignature, ContextSignature)>(), new List<(ContextSignature, ContextSignature)>());
        var entities = _contexts.GroupBy(context => (context.Topic, context.Entity, context.Type)).ToList();
        var stride = 1 + ((long)_contexts.Count * entities.Count / MostPairs);
        var number = 0L;
        foreach (var context in _contexts)
        {
            foreach (var entity in entities)
            {
                if (entity.Key == (context.Topic, context.Entity, context.Type))
                    Add(same, context, entity);
                else if (entity.Key.Type == context.Type && (context.Topic.Length == 0 || entity.Key.Topic != context.Topic) && number++ % stride == 0)
                    Add(different, context, entity);
            }
        }

        return (same, different);
    }

    private static void Add(List<(ContextSignature One, ContextSignature Other)> pairs, Context context, IEnumerable<Context> entity)
    {
        var others = entity.Where(other => other.Document != context.Document).Aggregate(ContextSignature.Empty, (all, other) => all.Merge(other.Signature));
        if (others.Weight > 0)
            pairs.Add((context.Signature, others));
    }

    private static double Share<T>(List<T> items, Func<T, bool> isCounted) => items.Count(isCounted) / (double)Math.Max(1, items.Count);
}
