using EntityRes.Evaluation.Coreference;

namespace EntityRes.Evaluation.CrossDocument;

/// <summary>Scores the clusters of a corpus beside those of equal strings, and writes what is wrong.</summary>
internal static class CrossDocumentReport
{
    private const int WorstCount = 12;

    /// <summary>Writes the figures, the errors by class and the worst of them.</summary>
    /// <param name="corpus">The corpus.</param>
    /// <param name="mentions">Its mentions with their clusters.</param>
    /// <param name="output">Receives the report.</param>
    /// <param name="errorOutput">Receives one line an error; null for none.</param>
    internal static void Write(Corpus corpus, IReadOnlyList<ClusteredMention> mentions, TextWriter output, TextWriter? errorOutput)
    {
        var entities = mentions.GroupBy(mention => (mention.Topic, mention.Entity)).ToList();
        var across = entities.Count(entity => entity.Select(mention => mention.Document).Distinct().Count() > 1);
        output.WriteLine($"{corpus.Name}: {corpus.Documents.Count} documents, {mentions.Count} named mentions, {entities.Count} entities, {across} of them in more than one document; {corpus.LeftOut} annotated names not placed");
        output.WriteLine($"  ids       B3 {Score(mentions, mention => mention.Id)}");
        output.WriteLine($"  strings   B3 {Score(mentions, mention => mention.Surface.ToLowerInvariant())}");
        var errors = mentions.GroupBy(mention => mention.Topic).SelectMany(topic => ClusterError.Find([.. topic])).ToList();
        foreach (var kind in Enum.GetValues<ClusterErrorKind>())
        {
            var ofKind = errors.Where(error => error.Kind == kind).ToList();
            output.WriteLine($"  {kind,-20} {ofKind.Count,4} errors, {ofKind.Sum(error => error.Stray.Count),4} mentions");
        }

        output.WriteLine("  the worst: class, mentions, topic, greater part, stray part");
        foreach (var error in errors.OrderByDescending(error => error.Stray.Count).Take(WorstCount))
            output.WriteLine($"  {error}");
        foreach (var error in errors)
            errorOutput?.WriteLine($"{corpus.Name}\t{error}");
    }

    /// <summary>B³ over the mentions, each topic for itself.</summary>
    internal static BCubed Score(IReadOnlyList<ClusteredMention> mentions, Func<ClusteredMention, string> cluster)
    {
        var score = new BCubed();
        foreach (var topic in mentions.GroupBy(mention => mention.Topic))
        {
            var (entities, clusters) = (new Dictionary<string, int>(), new Dictionary<string, int>());
            score.Add([.. topic.Select(mention => (Number(entities, mention.Entity), Number(clusters, cluster(mention))))]);
        }

        return score;
    }

    private static int Number(Dictionary<string, int> numbers, string key) =>
        numbers.TryGetValue(key, out var number) ? number : numbers[key] = numbers.Count;
}
