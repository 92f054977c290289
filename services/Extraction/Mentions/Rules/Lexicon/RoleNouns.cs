using System.Collections.Frozen;

namespace EntityRes.Extraction.Mentions.Rules.Lexicon;

/// <summary>The closed list of role nouns, <c>seeds/lexicon/role-nouns.tsv</c>.</summary>
internal static class RoleNouns
{
    private static readonly FrozenDictionary<string, RoleNoun>.AlternateLookup<ReadOnlySpan<char>> Nouns =
        LexiconFile.Read("role-nouns.tsv", 5).Select(Parse).ToFrozenDictionary(n => n.Word, StringComparer.OrdinalIgnoreCase)
            .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The noun of a word in any case, or null.</summary>
    public static RoleNoun? Find(ReadOnlySpan<char> word) => Nouns.TryGetValue(word, out var noun) ? noun : null;

    private static RoleNoun Parse(string[] fields) => new(
        fields[0], Enum.Parse<MentionType>(fields[1], ignoreCase: true), Enum.Parse<RoleClass>(fields[2], ignoreCase: true),
        Sense.Of(fields[3]), fields[4] switch { "m" => Gender.Male, "f" => Gender.Female, _ => Gender.Unknown });
}
