namespace EntityRes.Resolution;

/// <summary>A chain to resolve.</summary>
/// <param name="Mentions">Its mentions in text order, at least one.</param>
/// <param name="Representative">Index into <paramref name="Mentions"/> of the most informative one.</param>
/// <param name="Type">What kind of thing the chain means.</param>
public sealed record ChainQuery(IReadOnlyList<MentionQuery> Mentions, int Representative, EntityType Type);
