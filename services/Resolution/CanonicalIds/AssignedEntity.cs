namespace EntityRes.Resolution.CanonicalIds;

/// <summary>The remembered entity of a sighting.</summary>
/// <param name="Entity">The entity.</param>
/// <param name="IsNew">Whether it was minted for this document; then its evidence already holds the sighting.</param>
public sealed record AssignedEntity(MintedEntity Entity, bool IsNew);
