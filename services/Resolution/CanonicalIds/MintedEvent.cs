namespace EntityRes.Resolution.CanonicalIds;

/// <summary>The announcement that an id was minted.</summary>
/// <param name="Position">Where to read on after it; opaque, of this store alone.</param>
/// <param name="Id">The id.</param>
/// <param name="Time">When it was minted, by the store's clock, to the millisecond.</param>
public readonly record struct MintedEvent(string Position, string Id, DateTimeOffset Time);
