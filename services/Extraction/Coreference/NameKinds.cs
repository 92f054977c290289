using System.Collections.Frozen;
using EntityRes.Extraction.Mentions.Rules.Lexicon;

namespace EntityRes.Extraction.Coreference;

/// <summary>What kind of thing a name itself says it is, <c>seeds/lexicon/name-kinds.tsv</c>.</summary>
internal static class NameKinds
{
    private static readonly FrozenDictionary<string, Sense>.AlternateLookup<ReadOnlySpan<char>> Kinds =
        LexiconFile.Read("name-kinds.tsv", 2).ToFrozenDictionary(f => f[0], f => Sense.Of(f[1]), StringComparer.Ordinal)
            .GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly Sense Country = Sense.Of("country");

    /// <summary>The kind: of the whole name, else "country" for a polity, else that of its last, then of its first word; or none.</summary>
    public static Sense Of(MentionType type, ReadOnlySpan<char> aliasKey)
    {
        if (type == MentionType.Location && Polities.OfName(aliasKey) >= 0)
            return Country;
        if (Kinds.TryGetValue(aliasKey, out var kind))
            return kind;
        if (aliasKey.IndexOf(' ') is not (> 0 and var firstBlank))
            return Sense.None;
        if (Kinds.TryGetValue(aliasKey[(aliasKey.LastIndexOf(' ') + 1)..], out kind))
            return kind;
        return Kinds.TryGetValue(aliasKey[..firstBlank], out kind) ? kind : Sense.None;
    }
}
