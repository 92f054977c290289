namespace EntityRes.Resolution.CanonicalIds;

/// <summary>An entity outside the catalogue, as it is remembered.</summary>
/// <param name="Id">Its canonical id, <see cref="MintedId.Of"/> its type, name and ordinal.</param>
/// <param name="Type">Its type.</param>
/// <param name="Name">The surface form under which it was first seen.</param>
public sealed record MintedEntity(string Id, EntityType Type, string Name)
{
    /// <summary>What was seen of it so far.</summary>
    public MintedEvidence Evidence { get; init; } = MintedEvidence.None;
}
