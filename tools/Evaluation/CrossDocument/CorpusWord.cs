using EntityRes.Text;

namespace EntityRes.Evaluation.CrossDocument;

/// <summary>A token of a corpus with its place in the text that was put together from it.</summary>
/// <param name="Text">As the corpus writes it.</param>
/// <param name="Span">UTF-16 code units.</param>
/// <param name="IsFirst">Whether it begins a sentence.</param>
internal readonly record struct CorpusWord(string Text, TextSpan Span, bool IsFirst);
