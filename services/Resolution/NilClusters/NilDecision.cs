namespace EntityRes.Resolution.NilClusters;

/// <summary>Decides whether the best candidate is good enough, or the chain means something outside the catalogue.</summary>
/// <param name="LinkThreshold01">The probability from which on a candidate is linked.</param>
internal sealed record NilDecision(float LinkThreshold01)
{
    /// <summary>Whether a candidate of that probability is to be linked.</summary>
    internal bool Links(float probability01) => probability01 >= LinkThreshold01;
}
