using EntityRes.Resolution.Catalogue;
using EntityRes.Text;

namespace EntityRes.Resolution.Candidates;

/// <summary>Query → entities with a name alike: exact, folded, transliterated, then with typing errors.</summary>
/// <remarks>Thread-safe. Needs no preparation: it reads the catalogue's indexes.</remarks>
public sealed class NameSearch(EntityCatalogue catalogue)
{
    private const int LongestTypo = 2;         // edits
    private const int ShortestFuzzyQuery = 4;  // characters of the key; shorter ones would match anything

    [ThreadStatic]
    private static SpellingScratch? _scratch;

    /// <summary>Finds entities by name.</summary>
    /// <param name="query">A name in any variant.</param>
    /// <param name="isWanted">Which entities to consider, by index.</param>
    /// <returns>Each entity once with its best name: score ↓, prior ↓, id ordinal ↑.</returns>
    public IReadOnlyList<NameHit> Search(string query, Predicate<int> isWanted)
    {
        ArgumentNullException.ThrowIfNull(isWanted);
        var key = AliasKey.Of(query);
        if (key.Length == 0)
            return [];
        var neutral = TransliterationKey.Of(key);
        var hits = new List<NameHit>();
        foreach (var entity in FindEntities(key, neutral))
        {
            if (isWanted(entity))
                hits.Add(BestName(query, key, neutral, entity));
        }

        return [.. hits.Where(hit => hit.Score01 > 0)
            .Select(hit => (Hit: hit, Entity: catalogue.Entities[hit.Entity]))
            .Select(pair => (pair.Hit, pair.Entity.Prior01, pair.Entity.Id))
            .OrderByDescending(pair => pair.Hit.Score01).ThenByDescending(pair => pair.Prior01).ThenBy(pair => pair.Id, StringComparer.Ordinal)
            .Select(pair => pair.Hit)];
    }

    private HashSet<int> FindEntities(string key, string neutral)
    {
        var entities = new HashSet<int>();
        foreach (var entity in catalogue.Names.Find(key))
            entities.Add(entity);
        foreach (var entity in catalogue.Transliterations.Find(neutral))
            entities.Add(entity);
        if (AllowedEdits(key) is var edits and > 0)
        {
            var found = new List<(int Entity, int Edits)>();
            catalogue.Spellings.Find(key, edits, _scratch ??= new SpellingScratch(), found);
            foreach (var (entity, _) in found)
                entities.Add(entity);
        }

        return entities;
    }

    private NameHit BestName(string query, string key, string neutral, int entity)
    {
        var view = catalogue.Entities[entity];
        var best = new NameHit(entity, 0, "");
        foreach (var name in view.Aliases.Prepend(view.Name))
        {
            var score = Score01(query, key, neutral, name, AliasKey.Of(name));
            if (score > best.Score01)
                best = new NameHit(entity, score, name);
        }

        return best;
    }

    private static float Score01(string query, string key, string neutral, string name, string nameKey)
    {
        if (name == query)
            return 1f;
        if (nameKey == key)
            return 0.95f;
        if (TransliterationKey.Of(nameKey) == neutral)
            return 0.85f;
        var allowed = AllowedEdits(key);
        var edits = EditDistance.Within(key, nameKey, allowed);
        return allowed > 0 && edits <= allowed ? 0.8f - (0.2f * edits) : 0f;
    }

    private static int AllowedEdits(string key) =>
        key.Length < ShortestFuzzyQuery ? 0 : key.Length < 2 * ShortestFuzzyQuery ? 1 : LongestTypo;
}
