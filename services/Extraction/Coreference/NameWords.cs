namespace EntityRes.Extraction.Coreference;

/// <summary>Comparisons of persons' names word by word.</summary>
internal static class NameWords
{
    /// <summary>How many people of one surname a document is followed through; more share the last.</summary>
    public const int MaxBearers = 24;

    /// <summary>Whether the alias key of a word is a "Jr.", "III" or the like.</summary>
    public static bool IsSuffix(ReadOnlySpan<char> word) => word is "ii" or "iii" or "iv" or "jr" or "sr" or "vi" or "xvi" or "xxiii";

    /// <summary>The key of the last word that is no "Jr." or "III".</summary>
    public static ulong Surname(ReadOnlySpan<NameWord> words)
    {
        var last = words.Length - 1;
        while (last > 0 && words[last].IsSuffix)
            last--;
        return words[last].Key;
    }

    /// <summary>
    /// Whether two names of one surname may be one person's: the first names equal, or one the other's initial; or the words of
    /// the shorter, two at least, are those of the longer in order.
    /// </summary>
    public static bool AreVariants(ReadOnlySpan<NameWord> one, ReadOnlySpan<NameWord> other)
    {
        if (one[^1].IsSuffix && other[^1].IsSuffix && one[^1].Key != other[^1].Key)
            return false;
        if (one[0].Key == other[0].Key && HaveOtherInitials(one, other))
            return false;
        if (FirstNamesAgree(one[0], other[0]) && MiddlesAgree(one, other))
            return true;
        return one.Length < other.Length ? IsSubsequence(one, other) : IsSubsequence(other, one);
    }

    private static bool FirstNamesAgree(NameWord one, NameWord other) =>
        one.Key == other.Key || ((one.IsInitial || other.IsInitial) && one.First == other.First);

    // Middle names say no when both have one and neither is the other's initial.
    private static bool MiddlesAgree(ReadOnlySpan<NameWord> one, ReadOnlySpan<NameWord> other) =>
        one.Length < 3 || other.Length < 3 || one.Length != other.Length || FirstNamesAgree(one[1], other[1]);

    // "George W. Bush" is not "George H. W. Bush".
    private static bool HaveOtherInitials(ReadOnlySpan<NameWord> one, ReadOnlySpan<NameWord> other) =>
        one.Length > 2 && other.Length > 2 && one[1].IsInitial && other[1].IsInitial && one[1].Key != other[1].Key;

    private static bool IsSubsequence(ReadOnlySpan<NameWord> shorter, ReadOnlySpan<NameWord> longer)
    {
        var at = 0;
        foreach (var word in longer)
        {
            if (at < shorter.Length && word.Key == shorter[at].Key)
                at++;
        }

        return at == shorter.Length && shorter.Length >= 2;
    }
}
