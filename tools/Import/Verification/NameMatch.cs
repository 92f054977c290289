using EntityRes.Resolution.Candidates;
using EntityRes.Text;

namespace EntityRes.Import.Verification;

/// <summary>Whether two records may name one thing; lenient, because references write names in their own ways.</summary>
internal static class NameMatch
{
    private const int ShortestWord = 3;

    private static readonly HashSet<string> WeakWords = new(StringComparer.Ordinal)
    {
        "the", "of", "and", "for", "de", "del", "della", "da", "di", "la", "le", "el", "al", "bin", "bint", "ibn", "van", "von", "der",
        "abu", "king", "queen", "prince", "sheikh", "sir", "dr", "jr", "sr", "san", "saint", "st", "republic", "inc", "ltd", "company",
    };

    /// <summary>Whether any of the names is in a script that keys romanise, so that it can be compared.</summary>
    internal static bool IsComparable(IEnumerable<string> names) =>
        names.Any(name => AliasKey.Of(name).Any(char.IsAsciiLetterLower));

    /// <summary>Whether a name of one side and a name of the other share a telling word, a key or an acronym.</summary>
    internal static bool May(IEnumerable<string> names, IEnumerable<string> others)
    {
        var left = names.Select(name => AliasKey.Of(name)).Where(key => key.Length > 0).ToList();
        var right = others.Select(name => AliasKey.Of(name)).Where(key => key.Length > 0).ToList();
        return left.Any(one => right.Any(other => SharesKey(one, other) || SharesWord(one, other)));
    }

    private static bool SharesKey(string one, string other) =>
        one == other || TransliterationKey.Of(one) == TransliterationKey.Of(other)
        || Squeeze(one) == Squeeze(other) || Acronym(one) == other || one == Acronym(other);

    private static bool SharesWord(string one, string other)
    {
        var (left, right) = (Words(one, other), Words(other, one));
        if (left.Count == 0 || right.Count == 0)
            return false;
        var shared = left.Where(word => right.Any(candidate => IsSameWord(word, candidate))).ToList();
        // A first name alone ("Mohammed") does not make two names one, unless one side is that name alone.
        return shared.Count >= 2
            || (shared.Count == 1 && (left.Count == 1 || right.Count == 1
                || IsSameWord(left[^1], shared[0]) || right.Skip(1).Any(word => IsSameWord(word, shared[0]))));
    }

    private static bool IsSameWord(string one, string other)
    {
        if (one == other)
            return true;
        return IsClose(one, other) || IsClose(TransliterationKey.Of(one), TransliterationKey.Of(other));
    }

    // A few typing errors, or an inflected form: "Espoon" for Espoo.
    private static bool IsClose(string one, string other)
    {
        var shorter = Math.Min(one.Length, other.Length);
        var allowed = shorter >= 7 ? 2 : shorter >= 5 ? 1 : 0;
        return EditDistance.Within(one, other, allowed) <= allowed
            || (shorter >= 4 && Math.Abs(one.Length - other.Length) <= 2
                && (one.StartsWith(other, StringComparison.Ordinal) || other.StartsWith(one, StringComparison.Ordinal)));
    }

    // Beside a name of weak words only they count: a prime minister may be called King.
    private static List<string> Words(string key, string other)
    {
        var words = key.Split(' ').Where(word => word.Length >= ShortestWord || word.Any(c => c > 0x7F)).ToList();
        var strong = words.Where(word => !WeakWords.Contains(word)).ToList();
        var isOtherWeak = other.Split(' ').All(WeakWords.Contains);
        return strong.Count > 0 && !isOtherWeak ? strong : words;
    }

    private static string Squeeze(string key) => key.Replace(" ", "", StringComparison.Ordinal);

    private static string Acronym(string key) =>
        string.Concat(key.Split(' ').Where(word => word is not ("of" or "the" or "and" or "for" or "de")).Select(word => word[0]));
}
