namespace EntityRes.Resolution;

/// <summary>How much a document is about each of its entities.</summary>
public static class Salience
{
    private const float NamedWeight = 1f;
    private const float RoleWeight = 0.7f;
    private const float PronounWeight = 0.4f;

    /// <summary>Shares the document among its entities.</summary>
    /// <param name="chains">The document's chains.</param>
    /// <param name="ids">The canonical id of each chain; empty where it has none.</param>
    /// <returns>Share by id, 0–1, summing to 1; the most salient first, ties by id.</returns>
    /// <remarks>Mentions count by their form; an entity first named early counts up to twice as much as one named last.</remarks>
    public static IReadOnlyList<(string Id, float Share01)> Share(IReadOnlyList<ChainQuery> chains, IReadOnlyList<string> ids)
    {
        var weights = new Dictionary<string, float>(StringComparer.Ordinal);
        for (var i = 0; i < chains.Count; i++)
        {
            if (ids[i].Length == 0)
                continue;
            var earliness = 2f - ((float)i / chains.Count); // chains come by first mention
            var weight = earliness * chains[i].Mentions.Sum(mention => Weight(mention.Form));
            weights[ids[i]] = weights.GetValueOrDefault(ids[i]) + weight;
        }

        var total = weights.Values.Sum();
        return [.. weights.Select(pair => (Id: pair.Key, Share01: pair.Value / total))
            .OrderByDescending(pair => pair.Share01).ThenBy(pair => pair.Id, StringComparer.Ordinal)];
    }

    private static float Weight(MentionForm form) => form switch
    {
        MentionForm.Named => NamedWeight,
        MentionForm.Role => RoleWeight,
        _ => PronounWeight,
    };
}
