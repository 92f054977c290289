using System.Text.Json.Nodes;
using EntityRes.Hosting.Json;
using EntityRes.V1;

namespace EntityRes.Resolver.Reconciliation;

/// <summary>Search results → what the reconciliation API calls candidates.</summary>
internal static class ReconciliationCandidates
{
    private const float SureScore01 = 0.95f; // an exact name, or one that differs in case, diacritics or punctuation only
    private const float ScoreScale = 100;    // scores of the API run from 0 to 100

    /// <summary>The candidates of one query, best first; the first is a match when its name is and no other entity bears it as well.</summary>
    internal static JsonArray Of(IReadOnlyList<SearchResult> results) => results.Select((result, i) => new JsonObject
    {
        ["id"] = result.Entity.Id,
        ["name"] = result.Entity.Name,
        ["description"] = result.Entity.Description,
        ["type"] = new JsonArray(ReconciliationTypes.Of(result.Entity.Type).ToJson()),
        ["score"] = MathF.Round(result.Score * ScoreScale, 2),
        ["match"] = i == 0 && result.Score >= SureScore01 && (results.Count == 1 || results[1].Score < result.Score),
    }).ToJsonArray();

    /// <summary>The entities of one suggestion.</summary>
    internal static JsonArray SuggestionsOf(IReadOnlyList<SearchResult> results) => results.Select(result => new JsonObject
    {
        ["id"] = result.Entity.Id,
        ["name"] = result.Entity.Name,
        ["description"] = result.Entity.Description,
        ["notable"] = new JsonArray(ReconciliationTypes.Of(result.Entity.Type).ToJson()),
    }).ToJsonArray();
}
