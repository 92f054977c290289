namespace EntityRes.Resolver.Nif;

/// <summary>A text of a NIF document.</summary>
/// <param name="Iri">Its IRI.</param>
/// <param name="Text">The text.</param>
/// <param name="Spans">The spans to link that the document gives, by begin, then end; empty = to be found. In code points, end exclusive.</param>
internal sealed record NifContext(string Iri, string Text, IReadOnlyList<NifSpan> Spans);

/// <summary>A span of a text, in code points, end exclusive.</summary>
internal readonly record struct NifSpan(int Begin, int End);

/// <summary>A span and what it means.</summary>
/// <param name="Span">The span.</param>
/// <param name="Text">Its characters.</param>
/// <param name="EntityId">Canonical id; "" when nothing is known.</param>
/// <param name="Confidence01">Probability that the id is right.</param>
internal readonly record struct NifAnnotation(NifSpan Span, string Text, string EntityId, float Confidence01);
