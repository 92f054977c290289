using System.Buffers;
using EntityRes.Text.Folding;

namespace EntityRes.Text;

/// <summary>
/// Surface form → normalised key: what both the gazetteer and the alias index look up. Two forms have one key when they differ
/// only in case, diacritics, apostrophes, dots, hyphens, other punctuation, blanks, script (Cyrillic and Greek are
/// romanised) or a leading "the".
/// </summary>
/// <remarks>
/// Own tables (<see cref="FoldTable"/>), because <see cref="string.Normalize()"/> returns its input under invariant
/// globalization and never decomposes "ł" or "ß". Folding a key gives the key itself. Thread-safe.
/// </remarks>
public static class AliasKey
{
    /// <summary>The key never has more characters than this many times the surface form's.</summary>
    public const int MaxExpansion = FoldTable.MaxFoldLength;

    private const string Article = "the ";

    /// <summary>The key of a surface form. Allocates only the result.</summary>
    public static string Of(ReadOnlySpan<char> surface)
    {
        var buffer = ArrayPool<char>.Shared.Rent(Math.Max(16, surface.Length * MaxExpansion));
        try
        {
            return new string(buffer, 0, Fold(surface, buffer));
        }
        finally
        {
            ArrayPool<char>.Shared.Return(buffer);
        }
    }

    /// <summary>Writes the key of a surface form. O(length), no allocation.</summary>
    /// <param name="surface">Any characters.</param>
    /// <param name="destination">At least <see cref="MaxExpansion"/> times as long as <paramref name="surface"/>.</param>
    /// <returns>Characters written; 0 when the surface form has no letter, digit or symbol.</returns>
    public static int Fold(ReadOnlySpan<char> surface, Span<char> destination)
    {
        var length = 0;
        var wantsBlank = false;
        foreach (var c in surface)
        {
            var folded = FoldTable.Fold(c, out var multiple);
            if (folded == FoldTable.Dropped)
                continue;
            if (folded == FoldTable.Blank)
            {
                wantsBlank = length > 0;
                continue;
            }

            if (wantsBlank)
                destination[length++] = ' ';
            wantsBlank = false;
            if (multiple is null)
            {
                destination[length++] = folded;
                continue;
            }

            multiple.CopyTo(destination[length..]);
            length += multiple.Length;
        }

        return DropLeadingArticles(destination[..length]);
    }

    private static int DropLeadingArticles(Span<char> key)
    {
        var start = 0;
        while (key[start..].StartsWith(Article, StringComparison.Ordinal))
            start += Article.Length;
        if (start > 0)
            key[start..].CopyTo(key);
        return key.Length - start;
    }
}
