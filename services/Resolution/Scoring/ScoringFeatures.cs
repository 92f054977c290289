using EntityRes.Resolution.Scoring.Features;

namespace EntityRes.Resolution.Scoring;

/// <summary>All features, in the order in which weights and explanations list them.</summary>
internal static class ScoringFeatures
{
    internal static readonly ScoringFeature[] All =
    [
        new("prior", Prior.Measure),
        new("name_similarity", NameSimilarity.Measure),
        new("type_agreement", TypeAgreement.Measure),
        new("name_length", NameLength.Measure),
        new("coherence", Coherence.Measure),
        new("in_office", InOffice.Measure),
        new("several_words", SeveralWords.Measure),
        new("named_more_fully", NamedMoreFully.Measure),
        new("in_named_region", InNamedRegion.Measure),
    ];
}
