using EntityRes.Text;

namespace EntityRes.Evaluation.Linking;

/// <summary>A mention that a system found and what it linked it to.</summary>
/// <param name="Span">UTF-16 code units.</param>
/// <param name="Target">A Wikidata id, or <see cref="LinkingLabel.Nil"/>.</param>
/// <param name="CanonicalId">The system's own id; null when it has none.</param>
/// <param name="Candidates">Ids that it weighed; null when that is not known.</param>
internal sealed record LinkingPrediction(TextSpan Span, string Target, string? CanonicalId, IReadOnlyCollection<string>? Candidates)
{
    /// <summary>Whether it is linked to an entity.</summary>
    internal bool IsLinked => !LinkingLabel.IsNil(Target);
}
