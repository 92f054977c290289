using EntityRes.Resolution.Candidates;

namespace EntityRes.Resolution.Scoring.Features;

/// <summary>How closely the surface form names the candidate: 1 letter for letter, less for coarser matches.</summary>
internal static class NameSimilarity
{
    internal static float Measure(in ChainContext chain, Candidate candidate) =>
        ByMatch(candidate.Match) * (candidate.IsByRepresentative ? 1f : 0.8f);

    private static float ByMatch(MatchKind match) => match switch
    {
        MatchKind.Exact => 1f,
        MatchKind.Folded => 0.9f,
        MatchKind.Demonym => 1f,
        MatchKind.RegionSuffixed => 0.9f,
        MatchKind.Stripped => 0.8f,
        MatchKind.NameParts or MatchKind.Metonym => 0.7f,
        MatchKind.Transliterated or MatchKind.Initials => 0.6f,
        MatchKind.Fuzzy => 0.5f,
        _ => 0f,
    };
}
