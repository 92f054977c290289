namespace EntityRes.Resolution.Candidates;

/// <summary>An entity found by name.</summary>
/// <param name="Entity">Index into the catalogue.</param>
/// <param name="Score01">1 letter for letter, less the further the name is from the query; above 0.</param>
/// <param name="Name">The name that matched, as the catalogue writes it.</param>
public readonly record struct NameHit(int Entity, float Score01, string Name);
