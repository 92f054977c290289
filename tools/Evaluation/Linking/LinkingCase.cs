using EntityRes.Text;

namespace EntityRes.Evaluation.Linking;

/// <summary>A label with what was predicted for it, or a prediction without label.</summary>
/// <param name="Label">The label; null when nobody annotated these words.</param>
/// <param name="Prediction">The prediction; null when there is none for the label.</param>
/// <param name="Span">Whose words.</param>
/// <param name="Kind">How the mention refers.</param>
/// <param name="Counts">Whether the case counts itself; false when its alternatives count in its place, or it in none.</param>
internal sealed record LinkingCase(LinkingLabel? Label, LinkingPrediction? Prediction, TextSpan Span, LinkedKind Kind, bool Counts)
{
    /// <summary>What it counts as.</summary>
    internal LinkingOutcome Outcome { get; set; }

    /// <summary>Whether it may be counted as found or missed: true for a label that is no alternative of another.</summary>
    internal bool IsRoot => Label is { Parent: null };
}
