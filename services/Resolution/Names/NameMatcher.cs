namespace EntityRes.Resolution.Names;

/// <summary>Are two names the names of one person or organisation?</summary>
/// <remarks>
/// Words are aligned in any order: equal, romanised otherwise, mistyped, an initial for its name, two words written as one. What
/// stays unaligned decides: a person may have more names than are written, but when each side has one that the other lacks they are
/// two; an organisation may lack only words that tell nothing. Numbers and qualifiers agree or the names differ. Pure, thread-safe.
/// </remarks>
public static class NameMatcher
{
    /// <summary>From this similarity on, two names are taken for one.</summary>
    public const float Same01 = 0.75f;

    /// <summary>Below this similarity, the names contradict each other; between, one may be a part of the other.</summary>
    public const float Unlike01 = 0.5f;

    private const float OfInitial01 = 0.85f;
    private const float OfJoined01 = 0.95f;
    private const float OfAcronym01 = 0.8f;
    private const float MostOfOneWord01 = 0.6f;   // "Putin" may be, but is not only, "Vladimir Putin"
    private const float MostOfDifferent01 = 0.4f;
    private const float ExtraNameWeight = 0.15f;
    private const float WeakWeight = 0.3f;        // of particles and generic words
    private const int ShortestAcronym = 3;
    private const int ShortestJoined = 6;         // letters of two words that may be written as one
    private const int ShortestJoinedTypo = 10;    // letters, when there is a typing error besides

    /// <summary>How alike two names are.</summary>
    /// <param name="first">A name.</param>
    /// <param name="second">Another.</param>
    /// <param name="isPerson">Whether they name persons; organisations, places and anything else follow other rules.</param>
    /// <returns>1 for equal names, 0 for names with nothing in common; symmetric.</returns>
    public static float Similarity01(string first, string second, bool isPerson)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        if (!isPerson)
            return BestAlternative(first, second);
        return OfWords(NameWords.Of(first, isPerson), NameWords.Of(second, isPerson), isPerson);
    }

    /// <summary>Whether two names are taken for one.</summary>
    public static bool IsSame(string first, string second, bool isPerson) => Similarity01(first, second, isPerson) >= Same01;

    // "Al-Qa'ida/Islamic Army" gives two names.
    private static float BestAlternative(string first, string second)
    {
        var best = 0f;
        foreach (var one in Alternatives(first))
        {
            foreach (var other in Alternatives(second))
                best = Math.Max(best, OfOrganisation(one, other));
        }

        return best;
    }

    // The slash of "A/S" parts no names.
    private static string[] Alternatives(string name)
    {
        var parts = name.Split('/');
        return parts.Length > 1 && parts.All(part => part.Trim().Length >= ShortestJoined) ? parts : [name];
    }

    private static float OfOrganisation(string first, string second)
    {
        List<string> one = NameWords.Of(first, isPerson: false), other = NameWords.Of(second, isPerson: false);
        return IsAcronym(first, one, other) || IsAcronym(second, other, one) ? OfAcronym01 : OfWords(one, other, isPerson: false);
    }

    private static float OfWords(List<string> first, List<string> second, bool isPerson)
    {
        if (first.Count == 0 || second.Count == 0)
            return 0f;
        string joinedFirst = string.Concat(first), joinedSecond = string.Concat(second);
        if (joinedFirst == joinedSecond)
            return first.SequenceEqual(second) ? 1f : OfJoined01;
        if ((first.Count == 1) != (second.Count == 1) && Math.Min(joinedFirst.Length, joinedSecond.Length) >= ShortestJoinedTypo
            && WordLikeness.Of(joinedFirst, joinedSecond) is var joined and > 0)
            return joined * OfJoined01;
        Join(first, second);
        Join(second, first);
        Span<bool> isFirstTaken = stackalloc bool[first.Count];
        Span<bool> isSecondTaken = stackalloc bool[second.Count];
        var (sum, weight, strong) = Align(first, second, isPerson, isFirstTaken, isSecondTaken);
        var (restFirst, lostFirst) = Rest(first, isFirstTaken, isPerson);
        var (restSecond, lostSecond) = Rest(second, isSecondTaken, isPerson);
        if (strong == 0)
            return 0f;
        var score = sum / (weight + lostFirst + lostSecond);
        if (Contradict(first, isFirstTaken, isPerson) || Contradict(second, isSecondTaken, isPerson))
            return Math.Min(score, MostOfDifferent01);
        if (!isPerson)
            return restFirst + restSecond > 0 ? Math.Min(score, MostOfOneWord01) : score;
        if (restFirst > 0 && restSecond > 0)
            return Math.Min(score, MostOfDifferent01);
        return restFirst + restSecond > 0 && strong < 2 ? Math.Min(score, MostOfOneWord01) : score;
    }

    // Best pairs first; ties in the order of the words.
    private static (float Sum, float Weight, int Strong) Align(
        List<string> first, List<string> second, bool isPerson, Span<bool> isFirstTaken, Span<bool> isSecondTaken)
    {
        var pairs = new List<(float Likeness, int First, int Second)>();
        for (var i = 0; i < first.Count; i++)
        {
            for (var j = 0; j < second.Count; j++)
            {
                if (Likeness(first[i], second[j], isPerson) is var likeness and > 0)
                    pairs.Add((likeness, i, j));
            }
        }

        pairs.Sort((one, other) => other.Likeness != one.Likeness ? other.Likeness.CompareTo(one.Likeness)
            : one.First != other.First ? one.First.CompareTo(other.First) : one.Second.CompareTo(other.Second));
        float sum = 0, weight = 0;
        var strong = 0;
        var isWhole = false;
        foreach (var (likeness, i, j) in pairs)
        {
            if (isFirstTaken[i] || isSecondTaken[j])
                continue;
            isFirstTaken[i] = isSecondTaken[j] = true;
            var isWeak = IsWeak(first[i], isPerson);
            sum += likeness * (isWeak ? WeakWeight : 1f);
            weight += isWeak ? WeakWeight : 1f;
            strong += isWeak ? 0 : 1;
            isWhole |= !isWeak && first[i].Length > 1 && second[j].Length > 1;
        }

        return (sum, weight, isWhole ? strong : 0);
    }

    private static float Likeness(string first, string second, bool isPerson)
    {
        if (isPerson && (first.Length == 1) != (second.Length == 1))
            return first[0] == second[0] ? OfInitial01 : 0f;
        return WordLikeness.Of(first, second);
    }

    // Words that count, and what the unaligned ones take off.
    private static (int Words, float Lost) Rest(List<string> words, ReadOnlySpan<bool> isTaken, bool isPerson)
    {
        var count = 0;
        var lost = 0f;
        for (var i = 0; i < words.Count; i++)
        {
            if (isTaken[i])
                continue;
            var isWeak = IsWeak(words[i], isPerson);
            count += isWeak ? 0 : 1;
            lost += isWeak ? WeakWeight * ExtraNameWeight : isPerson ? ExtraNameWeight : 1f;
        }

        return (count, lost);
    }

    // A number on one side only; the "V" of a person is an initial.
    private static bool Contradict(List<string> words, ReadOnlySpan<bool> isTaken, bool isPerson)
    {
        for (var i = 0; i < words.Count; i++)
        {
            if (!isTaken[i] && (WordLikeness.HasDigit(words[i]) || (NameLexicon.Instance.IsOrdinal(words[i]) && !(isPerson && words[i].Length == 1))))
                return true;
        }

        return false;
    }

    private static bool IsWeak(string word, bool isPerson) =>
        NameLexicon.Instance.IsParticle(word) || (!isPerson && NameLexicon.Instance.IsGeneric(word));

    // "van der Bilt" becomes "vanderbilt" when the other side has that word.
    private static void Join(List<string> words, List<string> others)
    {
        for (var length = 3; length >= 2; length--)
        {
            for (var i = 0; i + length <= words.Count; i++)
            {
                var joined = string.Concat(words.GetRange(i, length));
                if (joined.Length < ShortestJoined || !others.Contains(joined))
                    continue;
                words.RemoveRange(i, length);
                words.Insert(i, joined);
            }
        }
    }

    private static bool IsAcronym(string surface, List<string> words, List<string> others)
    {
        if (words.Count != 1 || words[0].Length < ShortestAcronym || surface.Any(char.IsLower))
            return false;
        var strong = others.Where(word => !NameLexicon.Instance.IsParticle(word)).ToList();
        return strong.Count == words[0].Length && strong.Zip(words[0]).All(pair => pair.First[0] == pair.Second);
    }
}
