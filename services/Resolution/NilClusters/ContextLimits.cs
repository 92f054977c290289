namespace EntityRes.Resolution.NilClusters;

/// <summary>From where on two bearers of one name are told apart by their surroundings.</summary>
/// <param name="LeastWeight">Below this weight of a signature too little is known to tell anything apart.</param>
/// <param name="LeastSimilarity01">Below this similarity two bearers are two entities.</param>
public sealed record ContextLimits(int LeastWeight, double LeastSimilarity01)
{
    /// <summary>
    /// A starting point chosen by hand, not learned. On annotated news it parts more mentions of one entity than of two, so it is
    /// no ground for a second id by itself: <c>docs/results/crossdoc.md</c>.
    /// </summary>
    public static ContextLimits Default { get; } = new(LeastWeight: 20, LeastSimilarity01: 0.02);
}
