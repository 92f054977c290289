namespace EntityRes.Resolution.Candidates;

/// <summary>An entity that a chain might mean.</summary>
/// <param name="Entity">Index into the catalogue.</param>
/// <param name="Match">The best way in which a surface form of the chain names it.</param>
/// <param name="IsByRepresentative">Whether it is named by the chain's representative mention, not only by a shorter form.</param>
public readonly record struct Candidate(int Entity, MatchKind Match, bool IsByRepresentative);
