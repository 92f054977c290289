using System.Runtime.InteropServices;

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
        var weights = new Dictionary<string, float>(chains.Count, StringComparer.Ordinal);
        for (var i = 0; i < chains.Count; i++)
        {
            if (ids[i].Length == 0)
                continue;
            var earliness = 2f - ((float)i / chains.Count); // chains come by first mention
            var mentions = 0.0; // summed as double, as Enumerable.Sum does: the last bit decides ties
            for (var j = 0; j < chains[i].Mentions.Count; j++) // no enumerator, which would be allocated
                mentions += Weight(chains[i].Mentions[j].Form);
            CollectionsMarshal.GetValueRefOrAddDefault(weights, ids[i], out _) += earliness * (float)mentions;
        }

        var total = weights.Values.Sum();
        var shares = new (string Id, float Share01)[weights.Count];
        var filled = 0;
        foreach (var (id, weight) in weights)
            shares[filled++] = (id, weight / total);
        Array.Sort(shares, (one, other) => one.Share01 == other.Share01
            ? string.CompareOrdinal(one.Id, other.Id) : other.Share01.CompareTo(one.Share01));
        return shares;
    }

    private static float Weight(MentionForm form) => form switch
    {
        MentionForm.Named => NamedWeight,
        MentionForm.Role => RoleWeight,
        _ => PronounWeight,
    };
}
