using EntityRes.Extraction.Mentions.Rules;
using EntityRes.Text;

namespace EntityRes.Extraction.Mentions.Repair;

/// <summary>Two names that are one: "Iran-Iraq War", "Gold Medal of Paris".</summary>
internal static class JoinedNames
{
    /// <summary>The one name that a mention and the next are, or null.</summary>
    internal static Mention? Join(TaggedTokens tagged, ReadOnlySpan<Mention> named, int first)
    {
        var (one, other) = (named[first], named[first + 1]);
        var (left, right) = (tagged.TokensOfName(first), tagged.TokensOfName(first + 1));
        if (right.Start != left.End + 1 || !tagged.AreInOneSentence(left.Start, right.Start))
            return null;
        var whole = new TextSpan(one.Span.Start, other.Span.End);
        var confidence01 = Math.Min(one.Confidence01, other.Confidence01);
        if (IsPairedEvent(tagged, one, other, left.End, right))
            return other with { Span = whole, Confidence01 = confidence01 };
        return IsNamedAfterPlace(tagged, one, other, left) ? one with { Span = whole, Confidence01 = confidence01 } : null;
    }

    // Two parties and what was between them.
    private static bool IsPairedEvent(TaggedTokens tagged, Mention one, Mention other, int hyphen, TextSpan right) =>
        tagged.Word(hyphen) is "-" or "–" && tagged.IsGluedToNext(hyphen - 1) && tagged.IsGluedToNext(hyphen)
        && one.Type is MentionType.Group or MentionType.Location && other.Type == MentionType.Event && right.Length > 1;

    // A club ("Liverpool of England") is complete without its place.
    private static bool IsNamedAfterPlace(TaggedTokens tagged, Mention one, Mention other, TextSpan left) =>
        tagged.Is(left.End, "of") && other.Type == MentionType.Location
        && one.Type is MentionType.Event or MentionType.Other && tagged.Word(left.End - 1).ContainsAnyInRange('a', 'z');
}
