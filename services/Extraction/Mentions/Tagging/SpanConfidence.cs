namespace EntityRes.Extraction.Mentions.Tagging;

/// <summary>Probability of a found mention.</summary>
/// <remarks>
/// The model's posterior of the mention's tags, given the best tags of the tokens outside it and of one token on either side:
/// a local marginal, which costs nothing where there is no mention.
/// </remarks>
internal sealed class SpanConfidence(TaggerModel model)
{
    private readonly float _perUnit = 1 / model.ScoreScale;

    /// <summary>Confidence, 0–1, of the mention at tokens <c>[first, last]</c>.</summary>
    /// <param name="scores">Emission scores, float[tokens × 32].</param>
    /// <param name="tags">The best tags.</param>
    /// <param name="first">First token of the mention.</param>
    /// <param name="last">Last token of the mention.</param>
    public float Of(ReadOnlySpan<float> scores, ReadOnlySpan<byte> tags, int first, int last)
    {
        var product = 1f;
        for (var t = first; t <= last; t++)
            product = Math.Min(product, Posterior(scores.Slice(t * TagScheme.Count, TagScheme.Count), tags[t]));
        return product;
    }

    private float Posterior(ReadOnlySpan<float> scores, int tag)
    {
        var sum = 0f;
        for (var k = 0; k < TagScheme.Count; k++)
            sum += MathF.Exp((scores[k] - scores[tag]) * _perUnit);
        return 1 / sum;
    }
}
