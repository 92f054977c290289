namespace EntityRes.Resolution.Candidates;

/// <summary>Adds the entities that a name means in one way.</summary>
/// <param name="name">The name.</param>
/// <param name="candidates">Receives them, each entity once.</param>
internal delegate void FindCandidates(in CandidateName name, List<Candidate> candidates);

/// <summary>One way in which a name may mean an entity.</summary>
/// <param name="IsAlwaysAsked">Whether it is asked even when an earlier source found something.</param>
/// <param name="Find">The way.</param>
internal sealed record CandidateSource(bool IsAlwaysAsked, FindCandidates Find);
