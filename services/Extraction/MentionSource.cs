namespace EntityRes.Extraction;

/// <summary>Which stage found a mention.</summary>
public enum MentionSource : byte
{
    /// <summary>The sequence tagger.</summary>
    Tagger,

    /// <summary>A mention rule.</summary>
    Rule,

    /// <summary>The names found elsewhere in the same document.</summary>
    Document,
}
