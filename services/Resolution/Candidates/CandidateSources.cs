using EntityRes.Resolution.Candidates.Sources;

namespace EntityRes.Resolution.Candidates;

/// <summary>All sources in the order in which they are asked: the surest first, the costly last.</summary>
internal static class CandidateSources
{
    internal static readonly CandidateSource[] All =
    [
        new(IsAlwaysAsked: true, WrittenNames.Find),
        new(IsAlwaysAsked: true, Demonyms.Find),
        new(IsAlwaysAsked: false, Metonyms.Find),
        new(IsAlwaysAsked: false, RegionSuffixedPlaces.Find),
        new(IsAlwaysAsked: false, StrippedNames.Find),
        new(IsAlwaysAsked: false, Initials.Find),
        new(IsAlwaysAsked: false, NameParts.Find),
        new(IsAlwaysAsked: false, Transliterations.Find),
        new(IsAlwaysAsked: false, TypingErrors.Find),
    ];
}
