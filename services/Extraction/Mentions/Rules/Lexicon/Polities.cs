using System.Collections.Frozen;
using EntityRes.Text;

namespace EntityRes.Extraction.Mentions.Rules.Lexicon;

/// <summary>
/// Countries and the like with the names they go by, their people's adjectives and nouns, and their capitals,
/// <c>seeds/lexicon/polities.tsv</c>.
/// </summary>
internal static class Polities
{
    private static readonly string[][] Records = LexiconFile.Read("polities.tsv", 3).ToArray();
    private static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> Names = Index(0);
    private static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> Demonyms = Index(1);
    private static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> Capitals = Index(2);

    /// <summary>The polity of a name's alias key ("us", "united states"), or -1.</summary>
    public static int OfName(ReadOnlySpan<char> key) => Names.TryGetValue(key, out var polity) ? polity : -1;

    /// <summary>The polity of the alias key of an adjective or of its people's name ("british", "britons"), or -1.</summary>
    public static int OfDemonym(ReadOnlySpan<char> key) => Demonyms.TryGetValue(key, out var polity) ? polity : -1;

    /// <summary>The polity whose capital has the alias key, or -1.</summary>
    public static int OfCapital(ReadOnlySpan<char> key) => Capitals.TryGetValue(key, out var polity) ? polity : -1;

    // A word of two polities ("Congolese") goes to the first.
    private static FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> Index(int field)
    {
        var index = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < Records.Length; i++)
        {
            foreach (var form in Records[i][field].Split(';', StringSplitOptions.RemoveEmptyEntries))
                index.TryAdd(AliasKey.Of(form), i);
        }

        return index.ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
    }
}
