using EntityRes.Resolution.Candidates;

namespace EntityRes.Resolution.Scoring.Features;

/// <summary>Whether a person is named by more than one word, 0 or 1: full names are far less ambiguous. Other types: 1.</summary>
internal static class NameLength
{
    internal static float Measure(in ChainContext chain, Candidate candidate) =>
        chain.Type != EntityType.Person || chain.WordCount > 1 ? 1f : 0f;
}
