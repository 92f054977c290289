namespace EntityRes.Resolution.Scoring;

/// <summary>What the evidence for a reading of a role counts, log-odds.</summary>
/// <remarks>Set so that the probabilities agree with the shares of right readings among the role cases in <c>seeds/gold</c>.</remarks>
/// <param name="Bias">What every reading starts with.</param>
/// <param name="TenureCoverage">Times the share of the as-of date's days that the tenure covers, 0–1.</param>
/// <param name="RoleDirectness">Times how directly the noun names the office, 0–1.</param>
/// <param name="NamedInDocument">Added when the document names the holder.</param>
/// <param name="OnlyOfItsKind">Added for a capital, or an organisation that alone of its kind belongs to its country.</param>
public sealed record RoleWeights(
    float Bias, float TenureCoverage, float RoleDirectness, float NamedInDocument, float OnlyOfItsKind)
{
    /// <summary>The names of the weights, in their order; the bias first.</summary>
    internal static readonly string[] Names = ["bias", "tenure_coverage", "role_directness", "named_in_document", "only_of_its_kind"];
}
