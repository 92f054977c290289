using EntityRes.Resolution.Candidates;

namespace EntityRes.Resolution.Scoring;

/// <summary>Candidates → scores: the weighted sum of the features, a log-odds.</summary>
internal sealed class Scorer(ScoringModel model)
{
    private const string BiasName = "bias";

    /// <summary>Scores the candidates and sorts them: score ↓, prior ↓, canonical id ordinal ↑.</summary>
    /// <param name="chain">The chain they belong to.</param>
    /// <param name="candidates">The candidates; sorted along with their scores.</param>
    /// <param name="scored">Receives the scores, best first; cleared first.</param>
    internal void Score(in ChainContext chain, List<Candidate> candidates, List<(Candidate Candidate, float Score)> scored)
    {
        scored.Clear();
        foreach (var candidate in candidates)
            scored.Add((candidate, Score(chain, candidate)));
        var entities = chain.Document.Catalogue.Entities;
        scored.Sort((one, other) =>
        {
            var byScore = other.Score.CompareTo(one.Score);
            if (byScore != 0)
                return byScore;
            var (first, second) = (entities[one.Candidate.Entity], entities[other.Candidate.Entity]);
            var byPrior = second.Prior01.CompareTo(first.Prior01);
            return byPrior != 0 ? byPrior : string.CompareOrdinal(first.Id, second.Id);
        });
    }

    /// <summary>The probability that a score stands for.</summary>
    internal static float Probability01(float score) => 1f / (1f + MathF.Exp(-score));

    /// <summary>Explains the best candidate against the second best.</summary>
    internal Explanation Explain(in ChainContext chain, List<(Candidate Candidate, float Score)> scored, string reason)
    {
        var best = Contributions(chain, scored[0].Candidate);
        var decisive = "";
        if (scored.Count > 1)
        {
            var second = Contributions(chain, scored[1].Candidate);
            decisive = best.Zip(second)
                .MaxBy(pair => pair.First.Contribution - pair.Second.Contribution).First.Name;
        }

        return new Explanation(
            [.. best.OrderByDescending(feature => Math.Abs(feature.Contribution)).ThenBy(feature => feature.Name, StringComparer.Ordinal)],
            decisive, scored.Count > 1 ? scored[1].Candidate.Entity : -1, Office: null, Tenure: null, reason);
    }

    private float Score(in ChainContext chain, Candidate candidate)
    {
        var score = model.Bias;
        for (var i = 0; i < ScoringFeatures.All.Length; i++)
            score += model.Weights[i] * ScoringFeatures.All[i].Measure(chain, candidate);
        return score;
    }

    private List<ExplainedFeature> Contributions(in ChainContext chain, Candidate candidate)
    {
        var features = new List<ExplainedFeature>(ScoringFeatures.All.Length + 1) { new(BiasName, 1, model.Bias) };
        for (var i = 0; i < ScoringFeatures.All.Length; i++)
        {
            var value = ScoringFeatures.All[i].Measure(chain, candidate);
            features.Add(new ExplainedFeature(ScoringFeatures.All[i].Name, value, model.Weights[i] * value));
        }

        return features;
    }
}
