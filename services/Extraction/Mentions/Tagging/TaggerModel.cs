namespace EntityRes.Extraction.Mentions.Tagging;

/// <summary>
/// The trained tagger. All weights are whole numbers, so that every machine computes the same scores: hidden units count
/// 1/<see cref="HiddenScale"/>, scores 1/<see cref="ScoreScale"/> nats. Immutable, thread-safe.
/// </summary>
internal sealed record TaggerModel
{
    /// <summary>Units of a hidden activation of 1.</summary>
    public const int HiddenScale = 128;

    /// <summary>Words are projected to hidden units within ± this, so that 16 bits hold the sum of a window.</summary>
    public const int MaxProjection = 5500;

    /// <summary>Bound of a context vector's weights, for the same reason.</summary>
    public const int MaxContext = 500;

    /// <summary>Offsets of the word window: −2…+2.</summary>
    public const int Offsets = 5;

    /// <summary>Blocks of a word's projection: one an offset, and one that is averaged over the passage.</summary>
    public const int Blocks = Offsets + 1;

    /// <summary>Words to either side that a token sees.</summary>
    public const int Reach = 2;

    /// <summary>Offsets of the context slots: −1…+1.</summary>
    public const int ContextOffsets = 3;

    /// <summary>Version string: what it was trained from, for answers and logs.</summary>
    public required string Version { get; init; }

    /// <summary>Units of a score of one nat.</summary>
    public required float ScoreScale { get; init; }

    /// <summary>Number of hidden units, a multiple of 16.</summary>
    public required int Hidden { get; init; }

    /// <summary>What is known of words.</summary>
    public required WordLexicon Lexicon { get; init; }

    /// <summary>Names of several words.</summary>
    public required PhraseTable Phrases { get; init; }

    /// <summary>Vectors of word features.</summary>
    public required FeatureTable Features { get; init; }

    /// <summary>short[blocks × dimensions × hidden].</summary>
    public required short[] WordToHidden { get; init; }

    /// <summary>Right shift that brings a projected word to hidden units.</summary>
    public required int ProjectionShift { get; init; }

    /// <summary>short[slots × 3 offsets × values × hidden].</summary>
    public required short[] ContextToHidden { get; init; }

    /// <summary>short[hidden].</summary>
    public required short[] HiddenBias { get; init; }

    /// <summary>Whole numbers, float[hidden × tags].</summary>
    public required float[] HiddenToTags { get; init; }

    /// <summary>Whole numbers, float[tags]; unused tags far below zero.</summary>
    public required float[] TagBias { get; init; }

    /// <summary>Whole numbers.</summary>
    public required Transitions Transitions { get; init; }

    /// <summary>Frequent words, the most frequent first.</summary>
    public required IReadOnlyList<string> FrequentWords { get; init; }
}
