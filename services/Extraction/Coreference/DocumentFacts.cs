using EntityRes.Extraction.Mentions.Rules;

namespace EntityRes.Extraction.Coreference;

/// <summary>A document as the sieves see it.</summary>
/// <param name="Text">The text.</param>
/// <param name="Tokens">Its tokens under the named mentions.</param>
/// <param name="Mentions">The facts of each mention, by span.</param>
internal sealed record DocumentFacts(string Text, TaggedTokens Tokens, MentionFacts[] Mentions)
{
    /// <summary>
    /// For training: told of each antecedent that <see cref="Salience"/> weighs for a phrase, with its features
    /// (<c>double[SalienceWeights.Count]</c>, reused between calls).
    /// </summary>
    public Action<int, int, double[]>? CandidateSeen { get; init; }
}
