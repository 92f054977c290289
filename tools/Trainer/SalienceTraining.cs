using EntityRes.Evaluation.Annotated;
using EntityRes.Extraction;
using EntityRes.Extraction.Coreference;
using EntityRes.Extraction.Mentions.Rules;
using EntityRes.Extraction.Sentences;
using EntityRes.Extraction.Tokens;

namespace EntityRes.Trainer;

/// <summary>
/// Learns the weights by which a definite phrase chooses its antecedent: a conditional log-linear model over the candidates of one
/// phrase, by gradient ascent with L2 regularisation; candidates of the annotated entity share the probability to be raised.
/// </summary>
/// <remarks>
/// Deterministic. Whether a chain was called so before depends on earlier choices, hence on the weights in use: run again until they
/// stay.
/// </remarks>
public static class SalienceTraining
{
    private const int Steps = 150;
    private const double LearningRate = 0.005;
    private const double Regularisation = 0.5;

    private sealed record Candidate(bool IsRight, double[] Features);

    /// <summary>Trains on files and writes the weights: feature, weight for things, weight for persons, parted by tabs.</summary>
    public static int Run(IEnumerable<string> files, string output)
    {
        var things = new List<List<Candidate>>();
        var persons = new List<List<Candidate>>();
        foreach (var news in files.SelectMany(AnnotatedNews.Read))
            Collect(news, things, persons);
        var (ofThings, ofPersons) = (Fit(things), Fit(persons));
        Console.WriteLine(FormattableString.Invariant($"things  {things.Count,5} phrases, {Accuracy(things, ofThings):F3} right on them"));
        Console.WriteLine(FormattableString.Invariant($"persons {persons.Count,5} phrases, {Accuracy(persons, ofPersons):F3} right on them"));
        File.WriteAllLines(output, Enum.GetValues<SalienceFeature>().OrderBy(f => f.ToString(), StringComparer.Ordinal)
            .Select(f => FormattableString.Invariant($"{f}\t{ofThings[(int)f]:F2}\t{ofPersons[(int)f]:F2}")));
        return 0;
    }

    private static void Collect(AnnotatedNews news, List<List<Candidate>> things, List<List<Candidate>> persons)
    {
        var named = news.Mentions.Where(m => m.Mention.Kind == MentionKind.Named).Select(m => m.Mention).ToList();
        var tokens = Tokenizer.Tokenize(news.Text, SentenceSplitter.Split(news.Text, new SentenceList()), new TokenList());
        var roles = RoleMentionFinder.Find(news.Text, tokens, [.. named], new RuleScratch());
        Mention[] all = [.. named, .. roles];
        Array.Sort(all, (one, other) => one.Span.CompareTo(other.Span));
        var entityAt = news.Mentions.DistinctBy(m => m.Mention.Span).ToDictionary(m => m.Mention.Span, m => m.Entity);
        var phrases = new SortedDictionary<int, List<Candidate>>();
        var scratch = new ChainScratch();
        MentionFactsReader.Read(news.Text, tokens, all, scratch.Document);
        scratch.Document.CandidateSeen = (phrase, antecedent, features) =>
        {
            if (!entityAt.TryGetValue(all[phrase].Span, out var entity))
                return;
            if (!phrases.TryGetValue(phrase, out var candidates))
                phrases[phrase] = candidates = [];
            candidates.Add(new Candidate(entityAt[all[antecedent].Span] == entity, [.. features]));
        };
        ChainBuilder.Link(scratch.Document, scratch);
        foreach (var (phrase, candidates) in phrases.Where(p => p.Value.Exists(c => c.IsRight)))
            (all[phrase].Type == MentionType.Person ? persons : things).Add(candidates);
    }

    private static double[] Fit(List<List<Candidate>> phrases)
    {
        var weights = new double[SalienceWeights.Count];
        for (var step = 0; step < Steps; step++)
        {
            var gradient = weights.Select(w => -Regularisation * w).ToArray();
            foreach (var candidates in phrases)
            {
                var predicted = Probabilities(candidates, weights);
                var right = candidates.Zip(predicted, (c, p) => c.IsRight ? p : 0).Sum();
                for (var c = 0; c < candidates.Count; c++)
                {
                    var difference = (candidates[c].IsRight ? predicted[c] / right : 0) - predicted[c];
                    for (var f = 0; f < gradient.Length; f++)
                        gradient[f] += difference * candidates[c].Features[f];
                }
            }

            for (var f = 0; f < weights.Length; f++)
                weights[f] += LearningRate * gradient[f];
        }

        return weights;
    }

    private static double[] Probabilities(List<Candidate> candidates, double[] weights)
    {
        var scores = candidates.Select(c => Score(c, weights)).ToArray();
        var highest = scores.Max();
        var exponentials = scores.Select(s => Math.Exp(s - highest)).ToArray();
        var sum = exponentials.Sum();
        return [.. exponentials.Select(e => e / sum)];
    }

    private static double Score(Candidate candidate, double[] weights) => candidate.Features.Zip(weights, (x, w) => x * w).Sum();

    private static double Accuracy(List<List<Candidate>> phrases, double[] weights) =>
        phrases.Count(p => p.MaxBy(c => Score(c, weights))!.IsRight) / (double)Math.Max(1, phrases.Count);
}
