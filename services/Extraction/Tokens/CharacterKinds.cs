using System.Globalization;

namespace EntityRes.Extraction.Tokens;

/// <summary>The kind of every UTF-16 code unit, from the Unicode general categories.</summary>
internal static class CharacterKinds
{
    private static readonly byte[] Kinds = Build(); // byte[65536]

    /// <summary>Kind of one code unit.</summary>
    public static CharacterKind Of(char c) => (CharacterKind)Kinds[c];

    /// <summary>Whether the code unit is a letter or digit of a script with blanks.</summary>
    public static bool IsWord(char c) => Of(c) is CharacterKind.Letter or CharacterKind.Digit;

    private static byte[] Build()
    {
        var kinds = new byte[char.MaxValue + 1];
        for (var c = 0; c < kinds.Length; c++)
            kinds[c] = (byte)Classify((char)c);
        return kinds;
    }

    private static CharacterKind Classify(char c) => c switch
    {
        '\'' or '’' or '‘' or 'ʼ' or 'ʻ' => CharacterKind.Apostrophe,
        '-' or '\u2010' or '\u2011' => CharacterKind.Hyphen,
        '\u200C' or '\u200D' or '\u00AD' => CharacterKind.Joiner,
        >= '\u3040' and <= '\u30FF' or >= '\u3400' and <= '\u4DBF' or >= '\u4E00' and <= '\u9FFF'
            or >= '\uF900' and <= '\uFAFF' or >= '\uFF66' and <= '\uFF9D' => CharacterKind.Ideograph,
        _ => OfCategory(char.GetUnicodeCategory(c), c),
    };

    private static CharacterKind OfCategory(UnicodeCategory category, char c) => category switch
    {
        UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
            or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter or UnicodeCategory.LetterNumber => CharacterKind.Letter,
        UnicodeCategory.DecimalDigitNumber => CharacterKind.Digit,
        UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark => CharacterKind.Mark,
        UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
            or UnicodeCategory.Control or UnicodeCategory.Format => CharacterKind.Blank,
        UnicodeCategory.Surrogate => char.IsHighSurrogate(c) ? CharacterKind.HighSurrogate : CharacterKind.LowSurrogate,
        _ => CharacterKind.Other,
    };
}
