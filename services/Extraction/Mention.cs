using EntityRes.Text;

namespace EntityRes.Extraction;

/// <summary>One occurrence of an entity in a text.</summary>
/// <param name="Span">Where: UTF-16 code units, end exclusive, never splitting a surrogate pair.</param>
/// <param name="Kind">How it refers.</param>
/// <param name="Type">What kind of thing it means.</param>
/// <param name="Confidence01">Probability, 0–1, that span and type are right.</param>
/// <param name="Source">Which stage found it.</param>
public readonly record struct Mention(
    TextSpan Span, MentionKind Kind, MentionType Type, float Confidence01, MentionSource Source);
