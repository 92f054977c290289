using EntityRes.Extraction.Mentions.Tagging;

namespace EntityRes.Trainer.Tagging;

/// <summary>Decodes documents with one network in training, or with the mean scores of several.</summary>
internal sealed class NetworkDecoder
{
    private readonly NetworkShard[] _shards;
    private readonly ViterbiDecoder? _fixedDecoder;
    private readonly Network _first;

    public NetworkDecoder(IReadOnlyList<Network> networks, int[][] typeFeatures, int features, LearningOptions options)
    {
        _first = networks[0];
        _shards = [.. networks.Select(network => new NetworkShard(network, typeFeatures, features, options))];
        if (networks.Count > 1)
            _fixedDecoder = new ViterbiDecoder(Mean(networks));
    }

    /// <summary>Decodes with the evidence the document has.</summary>
    public void DecodeOnce(TrainingDocument document)
    {
        var decoder = _fixedDecoder ?? new ViterbiDecoder(_first.Transitions);
        var sums = document.Sentences.Select(sentence => new float[sentence.Types.Length * TagScheme.Count]).ToArray();
        foreach (var shard in _shards)
        {
            shard.Score([.. document.Passages], (i, scores) =>
            {
                for (var k = 0; k < sums[i].Length; k++)
                    sums[i][k] += scores[k] / _shards.Length;
            });
        }

        for (var i = 0; i < sums.Length; i++)
        {
            var tags = new byte[document.Sentences[i].Types.Length];
            decoder.Decode(sums[i], new byte[sums[i].Length], tags, useVectors: true);
            document.SetTags(i, tags);
        }
    }

    /// <summary>Decodes a second time, with the votes of the first.</summary>
    public void DecodeAgain(TrainingDocument document)
    {
        document.FillEvidence();
        DecodeOnce(document);
    }

    private static Transitions Mean(IReadOnlyList<Network> networks) => new(
        Mean(networks, network => network.Transitions.Starts), Mean(networks, network => network.Transitions.First),
        Mean(networks, network => network.Transitions.Continues));

    private static float[] Mean(IReadOnlyList<Network> networks, Func<Network, float[]> weights) =>
        [.. Enumerable.Range(0, weights(networks[0]).Length).Select(i => networks.Average(network => weights(network)[i]))];
}
