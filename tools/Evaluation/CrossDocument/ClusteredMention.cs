using EntityRes.Extraction;

namespace EntityRes.Evaluation.CrossDocument;

/// <summary>A named mention with its annotated and its found cluster.</summary>
/// <param name="Topic">Where clusters hold.</param>
/// <param name="Document">Its document.</param>
/// <param name="Surface">Its characters.</param>
/// <param name="Entity">The annotated cluster.</param>
/// <param name="Id">The canonical id; of an unresolved chain, the document and the chain.</param>
/// <param name="Chain">Number of its chain in the document.</param>
/// <param name="Type">The type it was given with.</param>
internal sealed record ClusteredMention(string Topic, string Document, string Surface, string Entity, string Id, int Chain, MentionType Type)
{
    /// <summary>Whether it was linked to the catalogue's entity.</summary>
    internal bool IsLinked => Id.StartsWith('Q');
}
