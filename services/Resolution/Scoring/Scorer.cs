using System.Runtime.InteropServices;
using EntityRes.Resolution.Candidates;
using EntityRes.Resolution.Catalogue;

namespace EntityRes.Resolution.Scoring;

/// <summary>Candidates → scores: the weighted sum of the features, a log-odds.</summary>
internal sealed class Scorer(ScoringModel model)
{
    private const string BiasName = "bias";

    /// <summary>Scores the candidates and sorts them: score ↓, prior ↓, canonical id ordinal ↑.</summary>
    /// <param name="chain">The chain they belong to.</param>
    /// <param name="candidates">The candidates.</param>
    /// <param name="scored">Receives them with their scores, best first; cleared first.</param>
    /// <remarks>No allocation once the list has grown.</remarks>
    internal void Score(in ChainContext chain, ReadOnlySpan<Candidate> candidates, List<CandidateScore> scored)
    {
        scored.Clear();
        foreach (var candidate in candidates)
            scored.Add(new CandidateScore(candidate, Score(chain, candidate)));
        Sort(CollectionsMarshal.AsSpan(scored), chain.Document.Catalogue.Entities);
    }

    // Few candidates; sorting by a comparer would allocate a delegate a chain.
    private static void Sort(Span<CandidateScore> scored, EntityTable entities)
    {
        for (var i = 1; i < scored.Length; i++)
        {
            var moved = scored[i];
            var at = i;
            for (; at > 0 && IsBetter(moved, scored[at - 1], entities); at--)
                scored[at] = scored[at - 1];
            scored[at] = moved;
        }
    }

    private static bool IsBetter(in CandidateScore one, in CandidateScore other, EntityTable entities)
    {
        if (one.Score != other.Score)
            return one.Score > other.Score;
        var (first, second) = (entities[one.Candidate.Entity], entities[other.Candidate.Entity]);
        return first.Prior01 != second.Prior01 ? first.Prior01 > second.Prior01 : first.CompareId(second) < 0;
    }

    /// <summary>The probability that a score stands for.</summary>
    internal static float Probability01(float score) => 1f / (1f + MathF.Exp(-score));

    /// <summary>Explains the best candidate against the second best.</summary>
    internal Explanation Explain(in ChainContext chain, List<CandidateScore> scored, string reason)
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
