namespace EntityRes.Extraction.Mentions.Tagging;

/// <summary>How a word is written.</summary>
internal enum WordCase : byte
{
    /// <summary>No letters: numbers, punctuation, symbols.</summary>
    None,

    /// <summary>No upper-case letter.</summary>
    Lower,

    /// <summary>First letter upper case, the rest lower: "Prague".</summary>
    Capitalised,

    /// <summary>Two letters or more, all upper case: "NATO".</summary>
    Upper,

    /// <summary>One upper-case letter: "J.", "A".</summary>
    Single,

    /// <summary>Upper and lower mixed otherwise: "McCain", "iPhone".</summary>
    Mixed,
}
