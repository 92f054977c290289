using EntityRes.Resolution.Candidates;

namespace EntityRes.Resolution.Scoring.Features;

/// <summary>Whether a place is what the words beside its name say ("Kandahar province"): 1 it is, −1 it is the other, 0 unsaid.</summary>
internal static class AsSaid
{
    internal static float Measure(in ChainContext chain, Candidate candidate)
    {
        var sense = SenseOf(chain.Document.Catalogue.Entities[candidate.Entity].Kind);
        if (sense == PlaceSense.Unsaid)
            return 0f;
        var verdict = 0f;
        for (var i = 0; i < chain.Chain.Mentions.Count; i++) // no enumerator, which would be allocated
        {
            var said = chain.Chain.Mentions[i].Sense;
            if (said == sense)
                return 1f;
            if (said != PlaceSense.Unsaid)
                verdict = -1f;
        }

        return verdict;
    }

    private static PlaceSense SenseOf(string kind) => kind switch
    {
        "state" or "region" or "territory" => PlaceSense.Region,
        "city" or "capital" => PlaceSense.Settlement,
        _ => PlaceSense.Unsaid,
    };
}
