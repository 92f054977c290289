namespace EntityRes.Resolution.Roles;

/// <summary>A country or organisation that a word of a role phrase may stand for.</summary>
/// <param name="Entity">Index into the catalogue.</param>
/// <param name="Route">How the word led there.</param>
internal readonly record struct Polity(int Entity, PolityRoute Route);
