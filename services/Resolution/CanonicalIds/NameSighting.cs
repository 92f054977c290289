using EntityRes.Resolution.NilClusters;
using EntityRes.Text;

namespace EntityRes.Resolution.CanonicalIds;

/// <summary>A name outside the catalogue, as one document has it.</summary>
/// <param name="Type">What kind of thing it names.</param>
/// <param name="Name">Its fullest surface form in the document; leaves an alias key.</param>
/// <param name="DocumentId">The document's id as its caller gave it, or empty.</param>
/// <param name="Date">The document's date; null when unknown.</param>
public sealed record NameSighting(EntityType Type, string Name, string DocumentId, PartialDate? Date)
{
    /// <summary>Its surroundings in the document.</summary>
    public ContextSignature Context { get; init; } = ContextSignature.Empty;
}
