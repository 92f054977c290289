namespace EntityRes.Trainer.Tagging;

/// <summary>What training may be tuned by. The defaults are those of the shipped model.</summary>
internal sealed record LearningOptions
{
    /// <summary>Length of a feature's vector, a multiple of 8.</summary>
    public int Dimensions { get; init; } = 64;

    /// <summary>Hidden units, a multiple of 8.</summary>
    public int Hidden { get; init; } = 64;

    public int Epochs { get; init; } = 6;

    /// <summary>Folds that document evidence is made with.</summary>
    public int Folds { get; init; } = 4;

    /// <summary>Epochs of a fold's network.</summary>
    public int FoldEpochs { get; init; } = 5;

    /// <summary>Share of sentences that learn without evidence, for the first decoding.</summary>
    public float EvidenceDropout { get; init; } = 0.4f;

    public int BatchPassages { get; init; } = 8;

    public float Rate { get; init; } = 0.003f;

    /// <summary>The rate falls to this share of itself.</summary>
    public float LastRate { get; init; } = 0.15f;

    /// <summary>Epochs at the end whose weights are averaged.</summary>
    public int AveragedEpochs { get; init; } = 3;

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

    /// <summary>Every how many documents there are an upper-case, a lower-case and a title-case copy.</summary>
    public int CaseCopies { get; init; } = 16;

    public float CaseWeight { get; init; } = 0.3f;

    /// <summary>Weight of plain text that other networks labelled.</summary>
    public float UnlabelledWeight { get; init; } = 0.5f;

    /// <summary>One of how many pieces of plain text is used.</summary>
    public int UnlabelledEvery { get; init; } = 2;

    public ulong Seed { get; init; } = 1;
}
