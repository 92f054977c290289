using EntityRes.Resolution.Catalogue;
using EntityRes.Text;

namespace EntityRes.Resolution.Candidates;

/// <summary>Query → entities with a name alike: exact, folded, transliterated, then with typing errors.</summary>
/// <remarks>Thread-safe.</remarks>
public sealed class NameSearch
{
    private const int LongestTypo = 2;         // edits
    private const int ShortestFuzzyQuery = 4;  // characters of the key; shorter ones would match anything

    private readonly EntityCatalogue _catalogue;
    private readonly (string Key, int Entity, int Alias)[] _keys; // alias −1 = the name

    /// <summary>Prepares searching a catalogue. O(names).</summary>
    public NameSearch(EntityCatalogue catalogue)
    {
        _catalogue = catalogue;
        _keys = [.. catalogue.Entities.SelectMany((entity, index) => entity.Aliases
            .Select((alias, i) => (AliasKey.Of(alias), index, i)).Prepend((AliasKey.Of(entity.Name), index, -1)))];
    }

    /// <summary>Finds entities by name.</summary>
    /// <param name="query">A name in any variant.</param>
    /// <param name="isWanted">Which entities to consider, by index.</param>
    /// <returns>Each entity once with its best name: score ↓, prior ↓, id ordinal ↑.</returns>
    public IReadOnlyList<NameHit> Search(string query, Predicate<int> isWanted)
    {
        var key = AliasKey.Of(query);
        if (key.Length == 0)
            return [];
        var neutral = TransliterationKey.Of(key);
        var best = new Dictionary<int, NameHit>();
        foreach (var (nameKey, entity, alias) in _keys)
        {
            var name = alias < 0 ? _catalogue.Entities[entity].Name : _catalogue.Entities[entity].Aliases[alias];
            var score = Score01(query, key, neutral, name, nameKey);
            if (score > 0 && isWanted(entity) && (!best.TryGetValue(entity, out var hit) || score > hit.Score01))
                best[entity] = new NameHit(entity, score, name);
        }

        return [.. best.Values
            .OrderByDescending(hit => hit.Score01)
            .ThenByDescending(hit => _catalogue.Entities[hit.Entity].Prior01)
            .ThenBy(hit => _catalogue.Entities[hit.Entity].Id, StringComparer.Ordinal)];
    }

    private static float Score01(string query, string key, string neutral, string name, string nameKey)
    {
        if (name == query)
            return 1f;
        if (nameKey == key)
            return 0.95f;
        if (Math.Abs(nameKey.Length - key.Length) > LongestTypo + 1)
            return 0f;
        if (TransliterationKey.Of(nameKey) == neutral)
            return 0.85f;
        if (key.Length < ShortestFuzzyQuery)
            return 0f;
        var allowed = key.Length < 2 * ShortestFuzzyQuery ? 1 : LongestTypo;
        var edits = EditDistance.Within(key, nameKey, allowed);
        return edits <= allowed ? 0.8f - (0.2f * edits) : 0f;
    }
}
