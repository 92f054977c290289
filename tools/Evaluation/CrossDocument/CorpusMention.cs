using EntityRes.Extraction;
using EntityRes.Text;

namespace EntityRes.Evaluation.CrossDocument;

/// <summary>An annotated named mention.</summary>
/// <param name="Span">UTF-16 code units.</param>
/// <param name="Entity">The annotated cluster, one over all documents of a topic.</param>
/// <param name="Type">Its type; null when the corpus does not tell: the tagger's then counts.</param>
internal readonly record struct CorpusMention(TextSpan Span, string Entity, MentionType? Type);
