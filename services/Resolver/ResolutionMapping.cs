using EntityRes.Resolution;
using EntityRes.Resolution.CanonicalIds;
using EntityRes.Resolution.Catalogue;
using EntityRes.V1;

namespace EntityRes.Resolver;

/// <summary>Decisions → resolutions of the wire.</summary>
internal static class ResolutionMapping
{
    internal static V1.Resolution ToProto(
        Decision decision, MintedEntity? minted, EntityCatalogue catalogue, int maxCandidates)
    {
        var resolution = new V1.Resolution { Confidence = decision.Confidence01 };
        (resolution.Status, resolution.EntityId) = decision.Kind switch
        {
            DecisionKind.Linked => (ResolutionStatus.Linked, catalogue.Entities[decision.Entity].Id),
            DecisionKind.Nil when minted is not null => (ResolutionStatus.Minted, minted.Id),
            _ => (ResolutionStatus.Unresolved, ""),
        };
        foreach (var candidate in decision.Candidates.Take(maxCandidates))
        {
            resolution.Candidates.Add(new Candidate
            {
                EntityId = catalogue.Entities[candidate.Entity].Id,
                Name = catalogue.Entities[candidate.Entity].Name,
                Score = candidate.Score,
            });
        }

        if (decision.Explanation is { } explanation)
            resolution.Explanation = ToProto(explanation, catalogue);
        return resolution;
    }

    private static Explanation ToProto(EntityRes.Resolution.Scoring.Explanation explanation, EntityCatalogue catalogue)
    {
        var mapped = new Explanation
        {
            Decisive = explanation.Decisive,
            RunnerUp = explanation.RunnerUp >= 0 ? catalogue.Entities[explanation.RunnerUp].Id : "",
            Reason = explanation.Reason,
        };
        foreach (var feature in explanation.Features)
            mapped.Features.Add(new Feature { Name = feature.Name, Value = feature.Value, Contribution = feature.Contribution });
        if (explanation is { Office: { } office, Tenure: { } tenure })
        {
            mapped.Tenure = new Tenure
            {
                Office = office.Title,
                Holder = catalogue.Entities[tenure.Holder].Id,
                Start = tenure.Start.ToString(),
                End = tenure.End?.ToString() ?? "",
            };
        }

        return mapped;
    }
}
