using EntityRes.Extraction;

namespace EntityRes.Evaluation.Annotated;

/// <summary>A mention of the annotation: what the project's <see cref="Extraction.Mention"/> holds, and its entity.</summary>
/// <param name="Mention">The mention, offsets converted to UTF-16.</param>
/// <param name="Entity">Index of its entity in the document.</param>
public readonly record struct AnnotatedMention(Mention Mention, int Entity);
