using EntityRes.Extraction.Mentions.Rules.Lexicon;
using EntityRes.Text;

namespace EntityRes.Extraction.Coreference;

/// <summary>The keys by which names are compared: 64-bit hashes; 0 stands for none.</summary>
internal static class NameKeys
{
    private const ulong PolitySeed = 1;
    private const ulong PeopleSeed = 2;

    /// <summary>The key of a name: see <see cref="NameForm.Key"/>.</summary>
    /// <param name="type">The mention's type.</param>
    /// <param name="aliasKey">The alias key of its surface form.</param>
    public static ulong Of(MentionType type, ReadOnlySpan<char> aliasKey)
    {
        if (type == MentionType.Group)
            return Polities.OfDemonym(aliasKey) is >= 0 and var people ? StableHash.Combine(PeopleSeed, (ulong)people) : Typed(type, GroupLemma(aliasKey));
        if (type is MentionType.Location or MentionType.Organization && Polities.OfName(aliasKey) is >= 0 and var polity)
            return Typed(type, OfPolity(polity));
        return Typed(type, aliasKey);
    }

    /// <summary>The key of a name's words.</summary>
    /// <param name="type">The mention's type.</param>
    /// <param name="words">Alias keys, parted by blanks.</param>
    public static ulong OfWords(MentionType type, ReadOnlySpan<char> words) => Typed(type, words);

    /// <summary>The key under which an entity owns offices: see <see cref="NameForm.OwnerKey"/>.</summary>
    public static ulong OwnerOf(ReadOnlySpan<char> aliasKey, out bool isPolity)
    {
        var polity = Polities.OfName(aliasKey);
        if (polity < 0)
            polity = Polities.OfDemonym(aliasKey);
        if (polity < 0)
            polity = Polities.OfCapital(aliasKey);
        isPolity = polity >= 0;
        return isPolity ? OfPolity(polity) : HashOf(aliasKey);
    }

    /// <summary>A key that tells types apart.</summary>
    public static ulong Typed(MentionType type, ulong hash) => StableHash.Combine(hash, (ulong)type);

    private static ulong Typed(MentionType type, ReadOnlySpan<char> key) => key.IsEmpty ? 0 : Typed(type, HashOf(key));

    private static ulong HashOf(ReadOnlySpan<char> key) => key.IsEmpty ? 0 : StableHash.Of(key);

    private static ulong OfPolity(int polity) => StableHash.Combine(PolitySeed, (ulong)polity);

    // "Muslim" and "Muslims", "Democrat", "Democratic" and "Democrats" are one.
    private static ReadOnlySpan<char> GroupLemma(ReadOnlySpan<char> key) => key switch
    {
        "democratic" or "democrat" or "democrats" => "democrat",
        "jewish" or "jew" or "jews" => "jew",
        "islamic" or "islam" or "islamist" or "islamists" => key.TrimEnd('s'),
        _ when key.Length > 3 && key.EndsWith('s') && !key.EndsWith("ss", StringComparison.Ordinal) => key[..^1],
        _ => key,
    };
}
