using EntityRes.Resolution.Candidates;

namespace EntityRes.Resolution.Scoring.Features;

/// <summary>How much news names the candidate at all, 0–1.</summary>
internal static class Prior
{
    internal static float Measure(in ChainContext chain, Candidate candidate) =>
        chain.Document.Catalogue.Entities[candidate.Entity].Prior01;
}
