namespace EntityRes.Extraction.Coreference;

/// <summary>The mentions of a document that mean something, and their chains.</summary>
/// <param name="Mentions">By span (start ascending, the longer first): a subset of those given.</param>
/// <param name="Chains">A partition of <paramref name="Mentions"/>, by first mention.</param>
public sealed record LinkedMentions(IReadOnlyList<Mention> Mentions, IReadOnlyList<CoreferenceChain> Chains);
