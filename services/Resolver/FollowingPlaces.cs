using EntityRes.Text;
using EntityRes.V1;
using EntityType = EntityRes.V1.EntityType;

namespace EntityRes.Resolver;

/// <summary>Places that a text names after a place and a comma: "Moscow, <b>Idaho</b>".</summary>
internal static class FollowingPlaces
{
    private const string Comma = ", ";

    /// <summary>The surface form of the place that follows each mention; null where none does, or the text was not given.</summary>
    /// <param name="mentions">The mentions in any order.</param>
    /// <param name="text">The document's text, or empty.</param>
    /// <param name="spans">Where the mentions lie, UTF-16; empty without a text.</param>
    internal static string?[] Of(IReadOnlyList<Mention> mentions, string text, ReadOnlySpan<TextSpan> spans)
    {
        var following = new string?[mentions.Count];
        if (spans.IsEmpty)
            return following;
        Dictionary<int, string>? places = null;
        for (var i = 0; i < spans.Length; i++)
        {
            if (IsPlace(mentions[i]) && text.AsSpan(spans[i].End).StartsWith(Comma, StringComparison.Ordinal))
                following[i] = (places ??= ByStart(mentions, spans)).GetValueOrDefault(spans[i].End + Comma.Length);
        }

        return following;
    }

    private static Dictionary<int, string> ByStart(IReadOnlyList<Mention> mentions, ReadOnlySpan<TextSpan> spans)
    {
        var places = new Dictionary<int, string>();
        for (var i = 0; i < spans.Length; i++)
        {
            if (IsPlace(mentions[i]))
                places.TryAdd(spans[i].Start, mentions[i].Text);
        }

        return places;
    }

    private static bool IsPlace(Mention mention) =>
        mention.Type == EntityType.Location && mention.Kind is MentionKind.Named or MentionKind.Unspecified;
}
