using EntityRes.Extraction.Mentions.Rules.Lexicon;
using EntityRes.Text;

namespace EntityRes.Extraction.Coreference;

/// <summary>The keys by which names are compared.</summary>
internal static class NameKeys
{
    private static readonly string[] Particles = ["abu", "al", "bin", "da", "de", "del", "der", "di", "dos", "du", "el", "la", "le", "van", "von"];

    /// <summary>The key of a name: see <see cref="MentionFacts.NameKey"/>.</summary>
    /// <param name="type">The mention's type.</param>
    /// <param name="aliasKey">The alias key of its surface form.</param>
    public static string KeyOf(MentionType type, string aliasKey)
    {
        if (type == MentionType.Group)
            return Polities.OfDemonym(aliasKey) is >= 0 and var people ? $"people {people}" : GroupLemma(aliasKey);
        if (type is MentionType.Location or MentionType.Organization && Polities.OfName(aliasKey) is >= 0 and var polity)
            return $"polity {polity}";
        return aliasKey;
    }

    /// <summary>The key under which an entity owns offices: see <see cref="MentionFacts.OwnerKey"/>.</summary>
    public static string OwnerOf(string aliasKey)
    {
        var polity = Polities.OfName(aliasKey);
        if (polity < 0)
            polity = Polities.OfDemonym(aliasKey);
        if (polity < 0)
            polity = Polities.OfCapital(aliasKey);
        return polity >= 0 ? $"polity {polity}" : aliasKey;
    }

    /// <summary>The alias keys of a name's words; of a person's name without particles at the start.</summary>
    public static string[] WordsOf(ReadOnlySpan<char> surface, MentionType type)
    {
        var words = new List<string>(4);
        foreach (var range in surface.SplitAny(' ', '\n', '\r', '\t', '\u00A0'))
        {
            var word = surface[range];
            var hyphen = type == MentionType.Person ? word.IndexOf('-') : -1;
            if (hyphen == 2 && (word.StartsWith("al", StringComparison.OrdinalIgnoreCase)
                || word.StartsWith("el", StringComparison.OrdinalIgnoreCase)))
            {
                Add(words, word[..hyphen]);
                word = word[(hyphen + 1)..];
            }

            Add(words, word);
        }

        var first = 0;
        while (type == MentionType.Person && first < words.Count - 1 && Particles.Contains(words[first]))
            first++;
        return words.Skip(first).ToArray();
    }

    private static void Add(List<string> words, ReadOnlySpan<char> word)
    {
        var key = AliasKey.Of(word);
        if (key.Length > 0)
            words.Add(key);
    }

    // "Muslim" and "Muslims", "Democrat", "Democratic" and "Democrats" are one.
    private static string GroupLemma(string key) => key switch
    {
        "democratic" or "democrat" or "democrats" => "democrat",
        "jewish" or "jew" or "jews" => "jew",
        "islamic" or "islam" or "islamist" or "islamists" => key.TrimEnd('s'),
        _ when key.Length > 3 && key.EndsWith('s') && !key.EndsWith("ss", StringComparison.Ordinal) => key[..^1],
        _ => key,
    };
}
