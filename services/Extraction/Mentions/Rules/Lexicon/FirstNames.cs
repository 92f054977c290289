using System.Collections.Frozen;

namespace EntityRes.Extraction.Mentions.Rules.Lexicon;

/// <summary>First names that are borne by one gender almost only, <c>seeds/lexicon/first-names.tsv</c>.</summary>
internal static class FirstNames
{
    private static readonly FrozenDictionary<string, Gender>.AlternateLookup<ReadOnlySpan<char>> Names =
        LexiconFile.Read("first-names.tsv", 2)
            .ToFrozenDictionary(f => f[0], f => f[1] == "f" ? Gender.Female : Gender.Male, StringComparer.OrdinalIgnoreCase)
            .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The gender of a first name.</summary>
    public static Gender GenderOf(ReadOnlySpan<char> name) => Names.TryGetValue(name, out var gender) ? gender : Gender.Unknown;

    /// <summary>Whether the list has the name.</summary>
    public static bool Contains(ReadOnlySpan<char> name) => Names.ContainsKey(name);
}
