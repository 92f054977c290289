using EntityRes.Resolution.Candidates;

namespace EntityRes.Resolution.Scoring.Features;

/// <summary>Whether a name of several words is the candidate's letter for letter, 0 or 1: hardly two things share such a name.</summary>
internal static class SeveralWords
{
    internal static float Measure(in ChainContext chain, Candidate candidate) =>
        chain.WordCount > 1 && candidate is { Match: MatchKind.Exact, IsByRepresentative: true } ? 1f : 0f;
}
