using EntityRes.Text;
using EntityRes.V1;
using EntityType = EntityRes.V1.EntityType;

namespace EntityRes.Resolver;

/// <summary>Places that a text names after a place and a comma: "Moscow, <b>Idaho</b>".</summary>
internal static class FollowingPlaces
{
    private const string Comma = ", "; // of one length in any unit of offsets

    /// <summary>The surface form of the place that follows each mention; null where none does, or the text was not given.</summary>
    /// <param name="mentions">The mentions in any order.</param>
    /// <param name="text">The document's text, or empty; without it offsets mean nothing.</param>
    /// <param name="offsets">From the mentions' unit to UTF-16.</param>
    internal static string?[] Of(IReadOnlyList<Mention> mentions, string text, OffsetMap offsets)
    {
        var following = new string?[mentions.Count];
        if (text.Length == 0)
            return following;
        var places = new Dictionary<int, string>();
        foreach (var mention in mentions)
        {
            if (IsPlace(mention))
                places.TryAdd(mention.Start, mention.Text);
        }

        for (var i = 0; i < following.Length; i++)
        {
            if (IsPlace(mentions[i]) && places.TryGetValue(mentions[i].End + Comma.Length, out var place)
                && offsets.TryToUtf16(mentions[i].End, out var end) && text.AsSpan(end).StartsWith(Comma, StringComparison.Ordinal))
                following[i] = place;
        }

        return following;
    }

    private static bool IsPlace(Mention mention) =>
        mention.Type == EntityType.Location && mention.Kind is MentionKind.Named or MentionKind.Unspecified;
}
