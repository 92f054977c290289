namespace EntityRes.Extraction.Tokens;

/// <summary>What a UTF-16 code unit is to the tokenizer.</summary>
internal enum CharacterKind : byte
{
    /// <summary>Punctuation or symbol: a token of its own.</summary>
    Other,

    /// <summary>Blank, control character, or a format character outside words.</summary>
    Blank,

    /// <summary>Letter of a script that puts blanks between words.</summary>
    Letter,

    /// <summary>Decimal digit of any script.</summary>
    Digit,

    /// <summary>Combining mark, joins what it follows.</summary>
    Mark,

    /// <summary>Character of a script without blanks between words, a token each: Han, Hiragana, Katakana.</summary>
    Ideograph,

    /// <summary>Apostrophe, straight or curly.</summary>
    Apostrophe,

    /// <summary>Hyphen (not a dash).</summary>
    Hyphen,

    /// <summary>Zero-width joiner, non-joiner or soft hyphen: part of a word between letters, else blank.</summary>
    Joiner,

    /// <summary>First half of a surrogate pair, or a lone one.</summary>
    HighSurrogate,

    /// <summary>Second half of a surrogate pair, or a lone one.</summary>
    LowSurrogate,
}
