using EntityRes.Resolution.Candidates;

namespace EntityRes.Resolution.Names;

/// <summary>Two words of names → how likely they are one word, written in two ways or mistyped.</summary>
/// <remarks>
/// A weighted optimal string alignment: what romanisations differ in (vowels, doubled letters, related consonants) costs less than
/// an edit, what tells names apart (the first letter, a final "a" or "o") more.
/// </remarks>
internal static class WordLikeness
{
    /// <summary>Of words with one transliteration-neutral key.</summary>
    internal const float OfTransliteration01 = 0.95f;

    private const int LongestWord = 48;
    private const int ShortestWithEdits = 4;  // letters; "BAE" and "BWI" are names of their own
    private const float CostPerLetter = 0.18f;
    private const float MostCost = 2f;
    private const float Slope = 1.5f;         // likeness lost for the whole word mistyped

    private static readonly string[] Related = ["bp", "dt", "gk", "ck", "cs", "sz", "vw", "fv", "ij", "jy", "kq", "mn", "gh", "hk", "bv", "xk"];

    /// <summary>Measures two folded words.</summary>
    /// <returns>1 for equal words, 0 for different ones.</returns>
    internal static float Of(string first, string second)
    {
        if (first == second)
            return 1f;
        var shorter = Math.Min(first.Length, second.Length);
        var longer = Math.Max(first.Length, second.Length);
        var lexicon = NameLexicon.Instance;
        if (shorter < ShortestWithEdits || longer > LongestWord || lexicon.IsQualifier(first) || lexicon.IsQualifier(second)
            || HasDigit(first) || HasDigit(second))
            return 0f;
        if (EndsAlike(first, second) && TransliterationKey.Of(first) == TransliterationKey.Of(second))
            return OfTransliteration01;
        var limit = shorter == ShortestWithEdits ? 0.5f : Math.Clamp(CostPerLetter * shorter, 1f, MostCost);
        if (longer - shorter > 2 * limit)
            return 0f;
        var cost = Cost(first, second);
        return cost <= limit ? 1f - (Slope * cost / longer) : 0f;
    }

    /// <summary>Whether a word has a digit: numbers agree or the names differ.</summary>
    internal static bool HasDigit(string word)
    {
        foreach (var c in word)
        {
            if (char.IsDigit(c))
                return true;
        }

        return false;
    }

    private static float Cost(string first, string second)
    {
        Span<float> rows = stackalloc float[3 * (LongestWord + 1)];
        var width = LongestWord + 1;
        Span<float> beforeLast = rows[..width], last = rows[width..(2 * width)], row = rows[(2 * width)..];
        last[0] = 0;
        for (var j = 1; j <= second.Length; j++)
            last[j] = last[j - 1] + ExtraCost(second, j - 1);
        for (var i = 1; i <= first.Length; i++)
        {
            row[0] = last[0] + ExtraCost(first, i - 1);
            for (var j = 1; j <= second.Length; j++)
            {
                var cost = Math.Min(row[j - 1] + ExtraCost(second, j - 1), last[j] + ExtraCost(first, i - 1));
                cost = Math.Min(cost, last[j - 1] + OtherCost(first, i - 1, second, j - 1));
                if (i > 1 && j > 1 && first[i - 1] == second[j - 2] && first[i - 2] == second[j - 1])
                    cost = Math.Min(cost, beforeLast[j - 2] + 1f);
                row[j] = cost;
            }

            var oldest = beforeLast;
            beforeLast = last;
            last = row;
            row = oldest;
        }

        return last[second.Length];
    }

    // A letter that only one word has.
    private static float ExtraCost(string word, int i) =>
        i == 0 ? 1.5f
        : word[i] == word[i - 1] ? 0.25f
        : i == word.Length - 1 && word[i] is 'a' or 'o' ? 2f
        : IsVowel(word[i]) || word[i] == 'h' ? 0.5f
        : 1f;

    private static float OtherCost(string first, int i, string second, int j)
    {
        var (a, b) = (first[i], second[j]);
        if (a == b)
            return 0f;
        if (i == first.Length - 1 && j == second.Length - 1 && IsVowel(a) && IsVowel(b))
            return 2f;
        var start = i == 0 && j == 0 ? 0.5f : 0f;
        if (IsVowel(a) && IsVowel(b))
            return 0.5f;
        foreach (var pair in Related)
        {
            if ((pair[0] == a && pair[1] == b) || (pair[0] == b && pair[1] == a))
                return 0.5f + start;
        }

        return 1f + start;
    }

    // "Maria" and "Mary", "Angelo" and "Angela": one key or nearly, two people.
    private static bool EndsAlike(string first, string second) =>
        (first[^1] is 'a' or 'o') == (second[^1] is 'a' or 'o');

    private static bool IsVowel(char c) => c is 'a' or 'e' or 'i' or 'o' or 'u' or 'y';
}
