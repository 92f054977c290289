namespace EntityRes.Text.Folding;

/// <summary>What a character becomes in an <see cref="AliasKey"/>.</summary>
/// <remarks>
/// The mappings are generated from the Unicode Character Database by <c>tools/Trainer fold-table</c> into
/// <c>FoldTable.g.cs</c>. 128 KB once a process, filled in well under a millisecond.
/// </remarks>
internal static partial class FoldTable
{
    /// <summary>The character leaves no trace: combining marks, apostrophes, dots, invisible characters.</summary>
    internal const char Dropped = '\0';

    /// <summary>The character separates words: blanks, hyphens, punctuation.</summary>
    internal const char Blank = ' ';

    /// <summary>The longest fold of one character.</summary>
    internal const int MaxFoldLength = 4;

    private const char Multiple = '\uFFFF';

    private static readonly char[] Folded = BuildFolded(out Multiples);
    private static readonly Dictionary<char, string> Multiples;

    /// <summary>Folds one UTF-16 code unit.</summary>
    /// <param name="c">Any code unit, surrogates included.</param>
    /// <param name="multiple">The fold when it has several characters, else null.</param>
    /// <returns>The folded character, <see cref="Dropped"/> or <see cref="Blank"/>.</returns>
    internal static char Fold(char c, out string? multiple)
    {
        var folded = Folded[c];
        multiple = folded == Multiple ? Multiples.GetValueOrDefault(c) : null; // U+FFFF folds to itself
        return folded;
    }

    private static char[] BuildFolded(out Dictionary<char, string> multiples)
    {
        var folded = new char[char.MaxValue + 1];
        for (var c = 0; c < folded.Length; c++)
            folded[c] = (char)c;
        foreach (var c in DroppedCharacters)
            folded[c] = Dropped;
        foreach (var c in BlankCharacters)
            folded[c] = Blank;

        multiples = [];
        foreach (var entry in Mappings.Split(' '))
        {
            folded[entry[0]] = entry.Length == 2 ? entry[1] : Multiple;
            if (entry.Length > 2)
                multiples.Add(entry[0], entry[1..]);
        }

        return folded;
    }
}
