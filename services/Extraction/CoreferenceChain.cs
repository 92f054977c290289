namespace EntityRes.Extraction;

/// <summary>The mentions of one thing in one document.</summary>
/// <param name="Mentions">Indexes into the document's mentions, ascending, at least one.</param>
/// <param name="Representative">Index of the most informative mention: the longest named one, the first of equals.</param>
/// <param name="Type">The type of the representative mention.</param>
public readonly record struct CoreferenceChain(ArraySegment<int> Mentions, int Representative, MentionType Type);
