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

    /// <summary>Whether a name is but a direction in a row of directions whose last begins a longer name.</summary>
    internal static bool IsInRow(TaggedTokens tagged, TextSpan name)
    {
        if (name.Length != 1 || !Words.Contains(tagged.Word(name.Start)))
            return false;
        for (var next = name.End + 1; tagged.AreInOneSentence(name.Start, next) && IsSeparator(tagged, next - 1); next += 2)
        {
            if (!Words.Contains(tagged.Word(next)))
                return false;
            if (tagged.AreInOneSentence(next, next + 1) && tagged.NameAt(next + 1) >= 0)
                return true;
        }

        return false;
    }

    private static bool IsSeparator(TaggedTokens tagged, int token) => tagged.Word(token) is "," or "and" or "or" or "&";
}
