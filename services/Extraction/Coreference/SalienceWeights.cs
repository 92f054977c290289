using System.Globalization;
using EntityRes.Extraction.Mentions.Rules.Lexicon;

namespace EntityRes.Extraction.Coreference;

/// <summary>The weights of <see cref="SalienceFeature"/>, <c>seeds/lexicon/salience-weights.tsv</c>; natural-log scale.</summary>
internal static class SalienceWeights
{
    /// <summary>Number of features.</summary>
    public static int Count { get; } = Enum.GetValues<SalienceFeature>().Length;

    /// <summary>A choice is made when its probability among the candidates is at least this, 0–1.</summary>
    public const double MinProbability01 = 0.5;

    private static readonly double[] Weights = Read();

    /// <summary>The weighted sum of features, any sign.</summary>
    public static double Score(double[] features)
    {
        var score = 0.0;
        for (var i = 0; i < features.Length; i++)
            score += Weights[i] * features[i];
        return score;
    }

    private static double[] Read()
    {
        var weights = new double[Count];
        foreach (var fields in LexiconFile.Read("salience-weights.tsv", 2))
            weights[(int)Enum.Parse<SalienceFeature>(fields[0])] = double.Parse(fields[1], CultureInfo.InvariantCulture);
        return weights;
    }
}
