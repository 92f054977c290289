using System.Globalization;
using EntityRes.Extraction.Mentions.Rules.Lexicon;

namespace EntityRes.Extraction.Coreference;

/// <summary>The weights of <see cref="SalienceFeature"/>, <c>seeds/lexicon/salience-weights.tsv</c>; natural-log scale.</summary>
internal sealed class SalienceWeights
{
    /// <summary>A choice is made when its probability among the candidates is at least this, 0–1.</summary>
    public const double MinProbability01 = 0.5;

    private static readonly SalienceWeights Things = new(1);
    private static readonly SalienceWeights Persons = new(2);

    private readonly double[] _weights = new double[Count];

    private SalienceWeights(int column)
    {
        foreach (var fields in LexiconFile.Read("salience-weights.tsv", 3))
            _weights[(int)Enum.Parse<SalienceFeature>(fields[0])] = double.Parse(fields[column], CultureInfo.InvariantCulture);
    }

    /// <summary>Number of features.</summary>
    public static int Count => (int)SalienceFeature.SameOwner + 1;

    /// <summary>The weights for phrases that mean a thing of a type.</summary>
    public static SalienceWeights Of(MentionType type) => type == MentionType.Person ? Persons : Things;

    /// <summary>The weighted sum of features, any sign.</summary>
    public double Score(double[] features)
    {
        var score = 0.0;
        for (var i = 0; i < features.Length; i++)
            score += _weights[i] * features[i];
        return score;
    }
}
