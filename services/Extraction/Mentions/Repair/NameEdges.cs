using System.Collections.Frozen;
using EntityRes.Extraction.Mentions.Rules;
using EntityRes.Extraction.Mentions.Rules.Lexicon;
using EntityRes.Text;

namespace EntityRes.Extraction.Mentions.Repair;

/// <summary>Words beside a name that belong to it: "Disney<b>+</b>", "<b>Second</b> World War", "<b>Province of</b> Salamanca".</summary>
internal static class NameEdges
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Ordinals = WordLists.Of(
        "First", "Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> KindsOfPlace = WordLists.Of(
        "Bay", "Canton", "Cape", "City", "Commonwealth", "County", "Department", "District", "Duchy", "Emirate", "Empire", "Gulf",
        "Isle", "Isles", "Kingdom", "Port", "Principality", "Province", "Region", "Republic", "State", "Strait", "Straits",
        "Sultanate", "Territory", "Town");

    /// <summary>The tokens of a name with those that belong to it.</summary>
    internal static TextSpan Widen(TaggedTokens tagged, TextSpan name, MentionType type)
    {
        var (start, end) = (name.Start, name.End);
        if (tagged.Word(end) is "+" && tagged.NameAt(end) < 0 && tagged.IsGluedToNext(end - 1) && !tagged.IsGluedToNumber(end))
            end++;
        if (type == MentionType.Event && IsFree(tagged, start - 1, start) && Ordinals.Contains(tagged.Word(start - 1))
            && tagged.AreInOneSentence(start - 2, start))
            start--;
        else if (type == MentionType.Location && tagged.Is(start - 1, "of") && IsFree(tagged, start - 2, start) && IsKindOfPlace(tagged, start - 2))
            start -= 2;
        return new TextSpan(start, end);
    }

    private static bool IsFree(TaggedTokens tagged, int token, int name) =>
        tagged.AreInOneSentence(token, name) && tagged.NameAt(token) < 0;

    // Capitalised inside a sentence, so that it is part of the name and not the kind alone.
    private static bool IsKindOfPlace(TaggedTokens tagged, int token) =>
        tagged.AreInOneSentence(token - 1, token) && KindsOfPlace.Contains(tagged.Word(token));
}
