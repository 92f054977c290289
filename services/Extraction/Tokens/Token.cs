using EntityRes.Text;

namespace EntityRes.Extraction.Tokens;

/// <summary>One token: a word, number, punctuation mark, clitic ('s), URL or emoji.</summary>
/// <param name="Span">Where: UTF-16 code units; tokens ascend and never overlap or split a surrogate pair.</param>
/// <param name="Sentence">Index of the sentence it belongs to, ascending from 0.</param>
public readonly record struct Token(TextSpan Span, int Sentence);
