using EntityRes.Resolution.Candidates;

namespace EntityRes.Resolution.Scoring.Features;

/// <summary>How many of the document's other chains belong to the candidate's country or organisation, 0–1.</summary>
internal static class Coherence
{
    internal static float Measure(in ChainContext chain, Candidate candidate) =>
        chain.Document.Coherence(candidate.Entity, chain.FirstReading);
}
