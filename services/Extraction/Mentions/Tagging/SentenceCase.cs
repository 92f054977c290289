namespace EntityRes.Extraction.Mentions.Tagging;

/// <summary>How a sentence is written.</summary>
internal enum SentenceCase : byte
{
    /// <summary>Ordinary prose: most words are in lower case.</summary>
    Normal,

    /// <summary>All letters are upper case.</summary>
    Upper,

    /// <summary>Nearly all words are capitalised: a headline.</summary>
    Title,

    /// <summary>No upper-case letter at all.</summary>
    Lower,
}
