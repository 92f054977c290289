using EntityRes.Evaluation.Annotated;
using EntityRes.Extraction;
using EntityRes.Resolution;
using EntityRes.Resolution.Candidates;
using EntityRes.Resolution.CanonicalIds;
using EntityRes.Resolution.Catalogue;
using EntityRes.Resolution.NilClusters;
using EntityRes.Resolution.Scoring;
using EntityRes.Text;
using EntityType = EntityRes.Resolution.EntityType;

namespace EntityRes.Trainer.Linking;

/// <summary>Annotated news → examples for the scorer, with the annotated mentions and chains.</summary>
internal static class LinkingExamples
{
    /// <summary>Reads the chains whose meaning the annotators were certain of.</summary>
    /// <remarks>
    /// A chain whose item the catalogue lacks is an example of NIL, unless a candidate without QID may be that very entity.
    /// </remarks>
    internal static List<LinkingExample> Read(IEnumerable<string> files, EntityCatalogue catalogue, ScoringModel model)
    {
        var examples = new List<LinkingExample>();
        var resolver = new NamedChainResolver(new Scorer(model), new NilDecision(model.LinkThreshold01));
        var candidates = new List<Candidate>();
        foreach (var news in files.SelectMany(AnnotatedNews.Read))
        {
            var chains = Chains(news);
            var query = new DocumentQuery(
                [.. chains.Select(chain => chain.Query)], PartialDate.TryParse(news.DocumentTime, out var date) ? date : null, Explain: false);
            var context = new DocumentContext(catalogue, query.AsOf);
            var readings = resolver.ReadFirst(query, context, default);
            for (var i = 0; i < chains.Count; i++)
            {
                var qid = news.EntityQids[chains[i].Entity];
                CandidateGenerator.Generate(catalogue, chains[i].Query, candidates);
                if (qid.Length == 0 || candidates.Count == 0)
                    continue;
                var ids = candidates.Select(candidate => catalogue.Entities[candidate.Entity].Id).ToArray();
                var right = Array.IndexOf(ids, qid);
                if (right < 0 && Array.Exists(ids, MintedIdIsWellFormed))
                    continue;
                var chainContext = NamedChainResolver.Context(chains[i].Query, context, readings[i]);
                examples.Add(new LinkingExample(
                    chains[i].Query.Mentions[chains[i].Query.Representative].Text, news.Id, [.. candidates],
                    [.. candidates.Select(candidate => ScoringFeatures.All.Select(feature => feature.Measure(chainContext, candidate)).ToArray())],
                    right));
            }
        }

        return examples;
    }

    private static bool MintedIdIsWellFormed(string id) => MintedId.IsWellFormed(id);

    private static List<(int Entity, ChainQuery Query)> Chains(AnnotatedNews news)
    {
        var chains = new List<(int Entity, ChainQuery Query)>();
        foreach (var group in news.Mentions.Where(mention => mention.Mention.Kind == MentionKind.Named).GroupBy(mention => mention.Entity))
        {
            var mentions = group.Select(mention => new MentionQuery(
                mention.Mention.Span.Of(news.Text).ToString(), MentionForm.Named, (EntityType)mention.Mention.Type)).ToList();
            var representative = mentions.FindIndex(mention => mention.Text.Length == mentions.Max(other => other.Text.Length));
            chains.Add((group.Key, new ChainQuery(mentions, representative, mentions[representative].Type)));
        }

        return chains;
    }
}
