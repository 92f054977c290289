using System.Collections.Frozen;
using EntityRes.Text;

namespace EntityRes.Extraction.Coreference;

/// <summary>What is an acronym, and what are the acronyms of a long form.</summary>
internal static class Acronyms
{
    private const int LongestAcronym = 8;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> SmallWords =
        FrozenSet.ToFrozenSet(["and", "for", "of", "the", "de", "la", "del", "des", "in", "on", "to"], StringComparer.Ordinal)
            .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether a surface form is capitals, digits and dots only, two letters at least.</summary>
    public static bool IsAcronym(ReadOnlySpan<char> surface)
    {
        var letters = 0;
        foreach (var c in surface)
        {
            if (char.IsUpper(c))
                letters++;
            else if (c is not '.' and not '-' && !char.IsDigit(c))
                return false;
        }

        return letters is >= 2 and <= LongestAcronym;
    }

    /// <summary>The keys of the initials of a name, without and with its small words; none for one word, persons and peoples.</summary>
    /// <param name="type">The name's type.</param>
    /// <param name="words">Its words.</param>
    /// <param name="keys">Receives two keys at most.</param>
    /// <returns>Number of keys.</returns>
    public static int Read(MentionType type, SplitName words, Span<ulong> keys)
    {
        if (words.Count < 2 || type is MentionType.Person or MentionType.Group)
            return 0;
        var (all, large) = (StableHash.Begin(), StableHash.Begin());
        var largeWords = 0;
        for (var i = 0; i < words.Count; i++)
        {
            var initial = words[i][..1];
            all = StableHash.Continue(all, initial);
            if (SmallWords.Contains(words[i]))
                continue;
            large = StableHash.Continue(large, initial);
            largeWords++;
        }

        var count = 0;
        if (largeWords >= 2)
            keys[count++] = NameKeys.Typed(type, StableHash.End(large));
        if (largeWords < words.Count)
            keys[count++] = NameKeys.Typed(type, StableHash.End(all));
        return count;
    }
}
