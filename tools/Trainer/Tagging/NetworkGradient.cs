using EntityRes.Extraction.Mentions.Tagging;

namespace EntityRes.Trainer.Tagging;

/// <summary>Gradients of a <see cref="Network"/>; those of feature vectors only for the features that occur.</summary>
internal sealed class NetworkGradient
{
    private readonly int _dimensions;
    private readonly int[] _rowOf; // feature → row + 1
    private float[] _rows = new float[1 << 16];

    public NetworkGradient(Network network, int features)
    {
        _dimensions = network.Dimensions;
        _rowOf = new int[features];
        WordToHidden = new float[network.WordToHidden.Length];
        ContextToHidden = new float[network.ContextToHidden.Length];
        HiddenBias = new float[network.Hidden];
        HiddenToTags = new float[network.HiddenToTags.Length];
        TagBias = new float[Network.Tags];
        Transitions = new float[Extraction.Mentions.Tagging.Transitions.Total];
    }

    public float[] WordToHidden { get; }

    public float[] ContextToHidden { get; }

    public float[] HiddenBias { get; }

    public float[] HiddenToTags { get; }

    public float[] TagBias { get; }

    public float[] Transitions { get; }

    /// <summary>The features that have a gradient, in order of appearance.</summary>
    public List<int> Features { get; } = [];

    public Span<float> FeatureRow(int feature)
    {
        if (_rowOf[feature] == 0)
        {
            Features.Add(feature);
            _rowOf[feature] = Features.Count;
            if (Features.Count * _dimensions > _rows.Length)
                Array.Resize(ref _rows, _rows.Length * 2);
            _rows.AsSpan((Features.Count - 1) * _dimensions, _dimensions).Clear();
        }

        return _rows.AsSpan((_rowOf[feature] - 1) * _dimensions, _dimensions);
    }

    /// <summary>Adds another gradient and clears it.</summary>
    public void Take(NetworkGradient other)
    {
        Take(WordToHidden, other.WordToHidden);
        Take(ContextToHidden, other.ContextToHidden);
        Take(HiddenBias, other.HiddenBias);
        Take(HiddenToTags, other.HiddenToTags);
        Take(TagBias, other.TagBias);
        Take(Transitions, other.Transitions);
        foreach (var feature in other.Features)
            Kernels.Add(FeatureRow(feature), other.FeatureRow(feature));
        other.ClearFeatures();
    }

    public void ClearFeatures()
    {
        foreach (var feature in Features)
            _rowOf[feature] = 0;
        Features.Clear();
    }

    private static void Take(float[] target, float[] source)
    {
        Kernels.Add(target, source);
        Array.Clear(source);
    }
}
