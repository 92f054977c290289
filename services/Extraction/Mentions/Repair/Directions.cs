using System.Collections.Frozen;
using EntityRes.Extraction.Mentions.Rules;
using EntityRes.Extraction.Mentions.Rules.Lexicon;
using EntityRes.Text;

namespace EntityRes.Extraction.Mentions.Repair;

/// <summary>Directions that stand for the beginning of a name that follows: "<b>North</b> and South America".</summary>
internal static class Directions
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Words = WordLists.Of(
        "North", "South", "East", "West", "Central", "Northern", "Southern", "Eastern", "Western", "Upper", "Lower",
        "South-Central", "North-Central", "East-Central", "West-Central");

    /// <summary>Whether a name is but a direction in a row of directions.</summary>
    internal static bool IsInRow(TaggedTokens tagged, TextSpan name) =>
        name.Length == 1 && IsDirection(tagged, name.Start) && tagged.Word(name.End) is "," or "and" or "or" or "&"
        && tagged.AreInOneSentence(name.Start, name.End + 1) && IsDirection(tagged, name.End + 1);

    private static bool IsDirection(TaggedTokens tagged, int token) => Words.Contains(tagged.Word(token));
}
