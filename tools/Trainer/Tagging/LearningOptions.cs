namespace EntityRes.Trainer.Tagging;

/// <summary>What training may be tuned by. The defaults are those of the shipped model.</summary>
internal sealed record LearningOptions
{
    /// <summary>Length of a feature's vector, a multiple of 8.</summary>
    public int Dimensions { get; init; } = 64;

    /// <summary>Hidden units, a multiple of 8.</summary>
    public int Hidden { get; init; } = 64;

    public int Epochs { get; init; } = 12;

    public int BatchSentences { get; init; } = 32;

    public float Rate { get; init; } = 0.003f;

    /// <summary>Decay of weights, per step and rate.</summary>
    public float Decay { get; init; } = 0.02f;

    /// <summary>Share of hidden units switched off.</summary>
    public float HiddenDropout { get; init; } = 0.3f;

    /// <summary>Share of features dropped.</summary>
    public float FeatureDropout { get; init; } = 0.3f;

    /// <summary>Share of words whose identity is hidden.</summary>
    public float WordDropout { get; init; } = 0.2f;

    /// <summary>Features that occur with fewer words are not learnt.</summary>
    public int MinOccurrences { get; init; } = 2;

    /// <summary>Word clusters.</summary>
    public int Clusters { get; init; } = 400;

    public ulong Seed { get; init; } = 1;
}
