using EntityRes.Extraction.Mentions.Tagging;

namespace EntityRes.Trainer.Tagging;

/// <summary>
/// The tagger's parameters in training: a word is the sum of its features' vectors; a token's hidden units see the words at the
/// offsets −2…+2, the mean of the passage and the context slots at −1…+1; tag scores come from the hidden units; a CRF joins the tags.
/// </summary>
/// <remarks>Sources: Collobert et al. (2011), section 3.3, for the window network; Lample et al. (2016) for the CRF on top.</remarks>
internal sealed class Network
{
    public const int Tags = TagScheme.Count;
    public const int Offsets = 5;

    /// <summary>Projections of a word: one an offset, and one that is averaged over the passage.</summary>
    public const int Blocks = Offsets + 1;

    public const int Reach = 2;
    public const int ContextOffsets = 3;

    public Network(int features, int dimensions, int hidden, ulong seed)
    {
        Dimensions = dimensions;
        Hidden = hidden;
        var random = new SeededRandom(seed);
        FeatureVectors = Random(features * dimensions, 0.01f, random);
        WordToHidden = Random(Blocks * dimensions * hidden, MathF.Sqrt(1f / dimensions), random);
        ContextToHidden = Random(ContextFeatures.Slots * ContextOffsets * ContextFeatures.Values * hidden, 0.02f, random);
        HiddenBias = new float[hidden];
        HiddenToTags = Random(hidden * Tags, MathF.Sqrt(1f / hidden), random);
        TagBias = new float[Tags];
        Transitions = new Transitions(new float[256], new float[16], new float[32]);
    }

    public int Dimensions { get; }

    public int Hidden { get; }

    /// <summary>float[features × dimensions].</summary>
    public float[] FeatureVectors { get; }

    /// <summary>float[blocks × dimensions × hidden].</summary>
    public float[] WordToHidden { get; }

    /// <summary>float[slots × 3 offsets × values × hidden]; value 0 is always zero.</summary>
    public float[] ContextToHidden { get; }

    public float[] HiddenBias { get; }

    /// <summary>float[hidden × tags].</summary>
    public float[] HiddenToTags { get; }

    public float[] TagBias { get; }

    public Transitions Transitions { get; }

    /// <summary>All parameter arrays, always in the same order.</summary>
    public IReadOnlyList<float[]> Parameters =>
        [FeatureVectors, WordToHidden, ContextToHidden, HiddenBias, HiddenToTags, TagBias, Transitions.Starts, Transitions.First, Transitions.Continues];

    /// <summary>Position in <see cref="ContextToHidden"/>.</summary>
    public int ContextAt(int slot, int offset, int value) =>
        ((((slot * ContextOffsets) + offset + 1) * ContextFeatures.Values) + value) * Hidden;

    private static float[] Random(int length, float scale, SeededRandom random)
    {
        var values = new float[length];
        for (var i = 0; i < length; i++)
            values[i] = ((random.NextFloat() * 2) - 1) * scale * 1.7f;
        return values;
    }
}
