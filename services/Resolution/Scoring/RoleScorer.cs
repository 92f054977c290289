using EntityRes.Resolution.Roles;

namespace EntityRes.Resolution.Scoring;

/// <summary>Readings of roles → scores: the weighted sum of their evidence, a log-odds.</summary>
internal sealed class RoleScorer(RoleWeights weights)
{
    /// <summary>Score of a capital or of an organisation that alone of its kind belongs to its country.</summary>
    internal float OnlyOfItsKind => weights.Bias + weights.OnlyOfItsKind;

    /// <summary>Score of a holder.</summary>
    internal float Score(in RoleHolder holder) =>
        weights.Bias + (weights.TenureCoverage * holder.Coverage01) + (weights.RoleDirectness * holder.Directness01)
        + (holder.IsNamed ? weights.NamedInDocument : 0);

    /// <summary>Explains a holder against the next best one.</summary>
    internal Explanation Explain(in RoleHolder best, RoleHolder? second, string reason)
    {
        var features = Contributions(best);
        var decisive = "";
        if (second is { } other)
        {
            var others = Contributions(other);
            var most = 0;
            for (var i = 1; i < features.Length; i++)
            {
                if (features[i].Contribution - others[i].Contribution > features[most].Contribution - others[most].Contribution)
                    most = i;
            }

            decisive = features[most].Name;
        }

        return new Explanation(
            Sorted(features), decisive, second?.Tenure.Holder ?? -1, best.Office, best.Tenure, reason);
    }

    /// <summary>Explains a capital or organisation.</summary>
    internal Explanation ExplainOnly(string reason) => new(
        Sorted([new(RoleWeights.Names[0], 1, weights.Bias), new(RoleWeights.Names[4], 1, weights.OnlyOfItsKind)]),
        "", RunnerUp: -1, Office: null, Tenure: null, reason);

    private ExplainedFeature[] Contributions(in RoleHolder holder) =>
    [
        new(RoleWeights.Names[0], 1, weights.Bias),
        new(RoleWeights.Names[1], holder.Coverage01, weights.TenureCoverage * holder.Coverage01),
        new(RoleWeights.Names[2], holder.Directness01, weights.RoleDirectness * holder.Directness01),
        new(RoleWeights.Names[3], holder.IsNamed ? 1 : 0, holder.IsNamed ? weights.NamedInDocument : 0),
    ];

    private static IReadOnlyList<ExplainedFeature> Sorted(ExplainedFeature[] features) =>
        [.. features.OrderByDescending(feature => Math.Abs(feature.Contribution)).ThenBy(feature => feature.Name, StringComparer.Ordinal)];
}
