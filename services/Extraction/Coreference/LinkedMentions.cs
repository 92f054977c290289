namespace EntityRes.Extraction.Coreference;

/// <summary>The mentions of a document that mean something, and their chains. Valid until the scratch of the call is used again.</summary>
/// <param name="Mentions">By span (start ascending, the longer first): a subset of those given.</param>
/// <param name="Chains">A partition of <paramref name="Mentions"/>, by first mention.</param>
public readonly record struct LinkedMentions(IReadOnlyList<Mention> Mentions, IReadOnlyList<CoreferenceChain> Chains);
