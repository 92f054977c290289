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
    /// <summary>Reads the chains whose meaning is known.</summary>
    /// <remarks>
    /// By the item where the annotators were certain of it: a chain whose item the catalogue lacks is an example of NIL, unless a
    /// candidate without QID may be that very entity. Else by the name that they gave the entity or its country: a name that the
    /// catalogue lacks, fuller than what the text has, is an example of NIL too when every candidate is of another type ("Columbus Crew" for
    /// "Columbus") or another person.
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
            var context = new DocumentContext(catalogue, query.AsOf, query.Chains.Count);
            var scratch = ResolutionScratch.Rent();
            var readings = resolver.ReadFirst(query, context, scratch, default);
            scratch.Return();
            for (var i = 0; i < chains.Count; i++)
            {
                CandidateGenerator.Generate(catalogue, chains[i].Query, candidates);
                if (candidates.Count == 0 || Right(news, chains[i].Entity, chains[i].Query, catalogue, candidates) is not { } right)
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

    // Index of the right candidate, −1 when none is right, null when nobody knows.
    private static int? Right(AnnotatedNews news, int entity, ChainQuery chain, EntityCatalogue catalogue, List<Candidate> candidates)
    {
        if (news.EntityQids[entity] is { Length: > 0 } qid && news.EntityOrigins[entity].Length == 0)
        {
            var right = candidates.FindIndex(candidate => catalogue.Entities[candidate.Entity].Id == qid);
            return right < 0 && candidates.Exists(candidate => MintedId.IsWellFormed(catalogue.Entities[candidate.Entity].Id)) ? null : right;
        }

        var isOrigin = news.EntityOrigins[entity].Length > 0;
        var key = AliasKey.Of(WithoutRemark(isOrigin ? news.EntityOrigins[entity] : news.EntityNames[entity]));
        var named = catalogue.Names.Find(key).ToArray();
        var matching = candidates.Where(candidate => named.Contains(candidate.Entity)).ToArray();
        if (matching.Length > 0)
            return matching.Length == 1 ? candidates.IndexOf(matching[0]) : null;
        var isFuller = !isOrigin && chain.Mentions.All(mention => AliasKey.Of(mention.Text) != key);
        return named.Length == 0 && isFuller && candidates.TrueForAll(candidate => IsAnother(catalogue, candidate.Entity, chain.Type, news.EntityNames[entity]))
            ? -1 : null;
    }

    // The catalogue may lack the long form of a name it has; but not when what it has is of another type, or another person.
    private static bool IsAnother(EntityCatalogue catalogue, int candidate, EntityType type, string name) =>
        catalogue.Entities[candidate].Type != type
        || (type == EntityType.Person && new CandidateName(catalogue, name, [], type, isByRepresentative: true).Contradicts(candidate));

    // "Democratic Party (United States)": what stands in brackets is not part of the name.
    private static string WithoutRemark(string name) =>
        name.IndexOf(" (", StringComparison.Ordinal) is > 0 and var remark ? name[..remark] : name;

    private static List<(int Entity, ChainQuery Query)> Chains(AnnotatedNews news)
    {
        var chains = new List<(int Entity, ChainQuery Query)>();
        foreach (var group in news.Mentions.Where(mention => mention.Mention.Kind == MentionKind.Named).GroupBy(mention => mention.Entity))
        {
            var mentions = group.Select(mention => new MentionQuery(
                mention.Mention.Span.Of(news.Text).ToString(), MentionForm.Named, (EntityType)mention.Mention.Type,
                Region: Following(news, mention.Mention),
                Sense: PlaceSenseReader.Read(news.Text, mention.Mention.Span))).ToList();
            var representative = mentions.FindIndex(mention => mention.Text.Length == mentions.Max(other => other.Text.Length));
            chains.Add((group.Key, new ChainQuery(mentions, representative, mentions[representative].Type)));
        }

        return chains;
    }

    private static string? Following(AnnotatedNews news, Mention mention)
    {
        if (mention.Type != MentionType.Location || !news.Text.AsSpan(mention.Span.End).StartsWith(", ", StringComparison.Ordinal))
            return null;
        foreach (var (other, _) in news.Mentions)
        {
            if (other is { Kind: MentionKind.Named, Type: MentionType.Location } && other.Span.Start == mention.Span.End + 2)
                return other.Span.Of(news.Text).ToString();
        }

        return null;
    }
}
