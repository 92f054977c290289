namespace EntityRes.Resolution.CanonicalIds;

/// <summary>An entity outside the catalogue, as the store remembers it.</summary>
/// <param name="Id">Its canonical id, <see cref="MintedId.Of"/> its type and name.</param>
/// <param name="Type">Its type.</param>
/// <param name="Name">The surface form under which it was first seen.</param>
public sealed record MintedEntity(string Id, EntityType Type, string Name);
