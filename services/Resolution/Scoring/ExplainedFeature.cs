namespace EntityRes.Resolution.Scoring;

/// <summary>One piece of evidence.</summary>
/// <param name="Name">Stable name of the feature.</param>
/// <param name="Value">The evidence as measured.</param>
/// <param name="Contribution">What it added to the score, log-odds.</param>
public readonly record struct ExplainedFeature(string Name, float Value, float Contribution);
