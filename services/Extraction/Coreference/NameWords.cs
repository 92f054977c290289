namespace EntityRes.Extraction.Coreference;

/// <summary>Comparisons of persons' names word by word; words are alias keys.</summary>
internal static class NameWords
{
    /// <summary>How many people of one surname a document is followed through; more share the last.</summary>
    public const int MaxBearers = 24;

    private static readonly string[] Suffixes = ["ii", "iii", "iv", "jr", "sr", "vi", "xvi", "xxiii"];

    /// <summary>The last word that is no "Jr." or "III".</summary>
    public static string Surname(string[] words)
    {
        var last = words.Length - 1;
        while (last > 0 && Suffixes.Contains(words[last]))
            last--;
        return words[last];
    }

    /// <summary>
    /// Whether two names of one surname may be one person's: the first names equal, or one the other's initial; or the words of
    /// the shorter, two at least, are those of the longer in order.
    /// </summary>
    public static bool AreVariants(string[] one, string[] other)
    {
        if (Suffix(one) is { } a && Suffix(other) is { } b && a != b)
            return false;
        if (one[0] == other[0] && HaveOtherInitials(one, other))
            return false;
        if (FirstNamesAgree(one[0], other[0]) && MiddlesAgree(one, other))
            return true;
        return one.Length < other.Length ? IsSubsequence(one, other) : IsSubsequence(other, one);
    }

    private static string? Suffix(string[] words) => Suffixes.Contains(words[^1]) ? words[^1] : null;

    private static bool FirstNamesAgree(string one, string other) =>
        one == other || ((one.Length == 1 || other.Length == 1) && one[0] == other[0]);

    // Middle names say no when both have one and neither is the other's initial.
    private static bool MiddlesAgree(string[] one, string[] other) =>
        one.Length < 3 || other.Length < 3 || one.Length != other.Length || FirstNamesAgree(one[1], other[1]);

    // "George W. Bush" is not "George H. W. Bush".
    private static bool HaveOtherInitials(string[] one, string[] other) =>
        one.Length > 2 && other.Length > 2 && one[1].Length == 1 && other[1].Length == 1 && one[1] != other[1];

    private static bool IsSubsequence(string[] shorter, string[] longer)
    {
        var at = 0;
        foreach (var word in longer)
        {
            if (at < shorter.Length && word == shorter[at])
                at++;
        }

        return at == shorter.Length && shorter.Length >= 2;
    }
}
