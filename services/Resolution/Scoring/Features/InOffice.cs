using EntityRes.Resolution.Candidates;

namespace EntityRes.Resolution.Scoring.Features;

/// <summary>Whether the candidate may have held an office on the document's date, 0 or 1; 0 when the date is unknown.</summary>
internal static class InOffice
{
    internal static float Measure(in ChainContext chain, Candidate candidate)
    {
        if (chain.Document.AsOf is not { } asOf)
            return 0f;
        foreach (var (_, tenure) in chain.Document.Catalogue.Offices.HeldBy(candidate.Entity))
        {
            if (tenure.MayCover(asOf))
                return 1f;
        }

        return 0f;
    }
}
