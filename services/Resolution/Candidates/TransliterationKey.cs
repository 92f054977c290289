using System.Buffers;

namespace EntityRes.Resolution.Candidates;

/// <summary>
/// Alias key → key that does not depend on how a foreign name was romanised: Zelensky, Zelenskyy, Zelenskiy and Selenskyj, or
/// Gaddafi, Qaddafi and Kadhafi, have one key each.
/// </summary>
/// <remarks>Coarser than the alias key, so it finds candidates and proves nothing. Thread-safe.</remarks>
public static class TransliterationKey
{
    // Longest first within a first letter; applied left to right, once.
    private static readonly (string From, string To)[] Rules =
    [
        ("tsch", "c"), ("tch", "c"), ("shch", "s"), ("sch", "s"), ("sh", "s"), ("ch", "c"), ("cz", "c"), ("sz", "s"),
        ("zh", "z"), ("dzh", "j"), ("dj", "j"), ("dh", "d"), ("th", "t"), ("ts", "c"), ("tz", "c"), ("kh", "h"), ("gh", "g"),
        ("ph", "f"), ("ck", "k"), ("qu", "k"), ("q", "k"), ("x", "ks"), ("w", "v"), ("ou", "u"), ("oo", "u"), ("ee", "i"),
        ("ei", "i"), ("ai", "e"), ("ay", "e"), ("ey", "i"), ("iy", "i"), ("yi", "i"), ("yy", "i"), ("ij", "i"), ("yj", "i"),
        ("ii", "i"), ("ye", "e"), ("ie", "i"), ("yo", "e"), ("io", "o"), ("ia", "a"), ("ya", "a"), ("yu", "u"), ("iu", "u"),
        ("y", "i"), ("j", "i"),
    ];

    private static readonly (string From, string To)[][] RulesByLetter =
        [.. Enumerable.Range('a', 26).Select(letter => Rules.Where(rule => rule.From[0] == letter).ToArray())];

    /// <summary>The key of an alias key. Allocates only the result.</summary>
    /// <param name="aliasKey">A key made by <see cref="Text.AliasKey"/>.</param>
    public static string Of(ReadOnlySpan<char> aliasKey)
    {
        var buffer = ArrayPool<char>.Shared.Rent(Math.Max(16, aliasKey.Length * 2));
        try
        {
            return new string(buffer, 0, Fold(aliasKey, buffer));
        }
        finally
        {
            ArrayPool<char>.Shared.Return(buffer);
        }
    }

    /// <summary>Writes the key of an alias key. O(length), no allocation.</summary>
    /// <param name="aliasKey">A key made by <see cref="Text.AliasKey"/>.</param>
    /// <param name="destination">At least twice as long as <paramref name="aliasKey"/>.</param>
    /// <returns>Characters written.</returns>
    public static int Fold(ReadOnlySpan<char> aliasKey, Span<char> destination)
    {
        var length = 0;
        for (var i = 0; i < aliasKey.Length;)
        {
            var replacement = Match(aliasKey[i..], out var consumed);
            i += consumed;
            foreach (var c in replacement)
            {
                // Doubled letters are one; at a word's start s and z are one (Selenskyj).
                var letter = c == 'z' && (length == 0 || destination[length - 1] == ' ') ? 's' : c;
                if (length == 0 || destination[length - 1] != letter)
                    destination[length++] = letter;
            }
        }

        return length;
    }

    private static ReadOnlySpan<char> Match(ReadOnlySpan<char> rest, out int consumed)
    {
        if (char.IsAsciiLetterLower(rest[0]))
        {
            foreach (var (from, to) in RulesByLetter[rest[0] - 'a'])
            {
                if (!rest.StartsWith(from, StringComparison.Ordinal))
                    continue;
                consumed = from.Length;
                return to;
            }
        }

        consumed = 1;
        return rest[..1];
    }
}
