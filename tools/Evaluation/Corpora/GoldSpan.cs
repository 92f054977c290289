using EntityRes.Extraction;
using EntityRes.Text;

namespace EntityRes.Evaluation.Corpora;

/// <summary>A named mention as annotated.</summary>
/// <param name="Span">UTF-16 code units.</param>
/// <param name="Type">Its type in the contract's convention.</param>
internal readonly record struct GoldSpan(TextSpan Span, MentionType Type);
