using EntityRes.Resolution;
using EntityRes.Resolution.Catalogue;
using EntityRes.Resolver.Identity;
using EntityRes.V1;

namespace EntityRes.Resolver;

/// <summary>Decisions → resolutions of the wire.</summary>
internal static class ResolutionMapping
{
    internal static V1.Resolution ToProto(in ResolvedChain resolved, EntityCatalogue catalogue, int maxCandidates)
    {
        var decision = resolved.Decision;
        var resolution = new V1.Resolution
        {
            Confidence = decision.Confidence01,
            Status = resolved.Status,
            EntityId = resolved.EntityId,
        };
        if (resolved.SplitInto.Count > 0)
            return OfSplit(resolution, resolved.SplitInto, catalogue, maxCandidates);
        for (var i = 0; i < decision.Candidates.Count && i < maxCandidates; i++)
        {
            var candidate = decision.Candidates[i];
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

    // Any of them as likely as the others: nothing in the document speaks for one.
    private static V1.Resolution OfSplit(
        V1.Resolution resolution, IReadOnlyList<string> successors, EntityCatalogue catalogue, int maxCandidates)
    {
        resolution.Confidence = 1f / successors.Count;
        foreach (var successor in successors.Order(StringComparer.Ordinal).Take(maxCandidates))
        {
            var name = catalogue.TryFind(successor, out var entity) ? catalogue.Entities[entity].Name : "";
            resolution.Candidates.Add(new Candidate { EntityId = successor, Name = name });
        }

        resolution.Explanation = new Explanation { Reason = $"it was split into {string.Join(", ", successors.Order(StringComparer.Ordinal))}" };
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
