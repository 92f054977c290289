using System.Collections.Frozen;
using EntityRes.Text;

namespace EntityRes.Resolution;

/// <summary>Reads what the words beside a place's name say it is.</summary>
public static class PlaceSenseReader
{
    private const string Of = " of ";

    // After a name only these: "the Colorado city" lies in Colorado, "the Boston region" around Boston.
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> RegionsAfter = Words(
        "province", "provinces", "county", "governorate", "oblast", "prefecture", "state");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> RegionsBefore = Words(
        "province", "county", "governorate", "oblast", "prefecture", "state", "region", "district", "canton", "department", "territory", "emirate");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> SettlementsBefore = Words(
        "city", "town", "village", "port", "capital", "municipality");

    /// <summary>Reads the words beside a name. O(1), no allocation.</summary>
    /// <param name="text">The document.</param>
    /// <param name="name">Where the name lies.</param>
    public static PlaceSense Read(ReadOnlySpan<char> text, TextSpan name)
    {
        var after = text[name.End..];
        if (after is [' ', ..] && RegionsAfter.Contains(after[1..][..LengthOfWord(after[1..])]))
            return PlaceSense.Region;
        var before = text[..name.Start];
        if (!before.EndsWith(Of, StringComparison.Ordinal))
            return PlaceSense.Unsaid;
        before = before[..^Of.Length];
        var word = before[(before.LastIndexOfAnyExceptInRange('A', 'z') + 1)..];
        return RegionsBefore.Contains(word) ? PlaceSense.Region
            : SettlementsBefore.Contains(word) ? PlaceSense.Settlement : PlaceSense.Unsaid;
    }

    private static int LengthOfWord(ReadOnlySpan<char> text) =>
        text.IndexOfAnyExceptInRange('A', 'z') is >= 0 and var end ? end : text.Length;

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Words(params string[] words) =>
        words.ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
}
