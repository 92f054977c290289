namespace EntityRes.Extraction.Mentions.Rules.Lexicon;

/// <summary>The grammatical gender with which English speaks of someone.</summary>
internal enum Gender : byte
{
    /// <summary>Nothing is known.</summary>
    Unknown,

    /// <summary>He.</summary>
    Male,

    /// <summary>She.</summary>
    Female,
}
