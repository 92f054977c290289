using EntityRes.Resolution.Candidates;

namespace EntityRes.Resolution.Scoring.Features;

/// <summary>Whether another chain of the document means the candidate by the first reading: 1 by a longer name, ½ by any other.</summary>
internal static class NamedMoreFully
{
    private const float ByAnyName = 0.5f;

    internal static float Measure(in ChainContext chain, Candidate candidate)
    {
        var words = chain.Document.WordsElsewhere(candidate.Entity, chain.FirstReading, chain.WordCount);
        return words > chain.WordCount ? 1f : words > 0 ? ByAnyName : 0f;
    }
}
