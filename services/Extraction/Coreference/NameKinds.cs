using System.Collections.Frozen;
using EntityRes.Extraction.Mentions.Rules.Lexicon;

namespace EntityRes.Extraction.Coreference;

/// <summary>What kind of thing a name itself says it is, <c>seeds/lexicon/name-kinds.tsv</c>.</summary>
internal static class NameKinds
{
    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> Kinds =
        LexiconFile.Read("name-kinds.tsv", 2).ToFrozenDictionary(f => f[0], f => f[1], StringComparer.Ordinal)
            .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The kind: of the whole name, else "country" for a polity, else that of its last, then of its first word; or empty.</summary>
    public static string Of(MentionType type, string aliasKey)
    {
        if (type == MentionType.Location && Polities.OfName(aliasKey) >= 0)
            return "country";
        if (Kinds.TryGetValue(aliasKey, out var kind))
            return kind;
        if (aliasKey.IndexOf(' ') is not (> 0 and var firstBlank))
            return "";
        var key = aliasKey.AsSpan();
        if (Kinds.TryGetValue(key[(key.LastIndexOf(' ') + 1)..], out kind))
            return kind;
        return Kinds.TryGetValue(key[..firstBlank], out kind) ? kind : "";
    }
}
