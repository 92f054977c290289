using EntityRes.Extraction.Dates;

namespace EntityRes.Extraction;

/// <summary>What the pipeline found in one document. Lies in the scratch of the run: valid until that is used again.</summary>
/// <param name="Mentions">By span (start ascending, the longer first): role mentions may contain named ones.</param>
/// <param name="Chains">A partition of the mentions, by first mention.</param>
/// <param name="Date">The document date that the text itself gives away.</param>
public readonly record struct ExtractionResult(
    IReadOnlyList<Mention> Mentions, IReadOnlyList<CoreferenceChain> Chains, InferredDate Date);
