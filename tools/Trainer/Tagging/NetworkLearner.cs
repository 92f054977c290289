namespace EntityRes.Trainer.Tagging;

/// <summary>Trains a network by batches. Two shards a batch, always, so that the result does not depend on the number of processors.</summary>
internal sealed class NetworkLearner
{
    private readonly Network _network;
    private readonly LearningOptions _options;
    private readonly NetworkShard[] _shards;
    private readonly Adam _features;
    private readonly (Adam Adam, Func<NetworkGradient, float[]> Gradient)[] _dense;
    private readonly Adam[] _transitions;

    public NetworkLearner(Network network, int[][] typeFeatures, int features, LearningOptions options)
    {
        _network = network;
        _options = options;
        _shards = [new(network, typeFeatures, features, options), new(network, typeFeatures, features, options)];
        _features = new Adam(network.FeatureVectors, options.Decay);
        _dense =
        [
            (new Adam(network.WordToHidden, options.Decay), g => g.WordToHidden),
            (new Adam(network.ContextToHidden, options.Decay), g => g.ContextToHidden),
            (new Adam(network.HiddenBias, 0), g => g.HiddenBias),
            (new Adam(network.HiddenToTags, options.Decay), g => g.HiddenToTags),
            (new Adam(network.TagBias, 0), g => g.TagBias),
        ];
        _transitions =
        [
            new Adam(network.Transitions.Starts, options.Decay), new Adam(network.Transitions.First, options.Decay),
            new Adam(network.Transitions.Continues, options.Decay),
        ];
    }

    /// <summary>Trains.</summary>
    /// <param name="passages">The training passages; their order is shuffled.</param>
    /// <param name="epochs">Passes over them; the rate falls over all of them; the last ones are averaged.</param>
    /// <param name="afterEpoch">Called with the epoch, 1-based, and the mean loss of a passage.</param>
    public void Learn(TrainingPassage[] passages, int epochs, Action<int, double> afterEpoch)
    {
        var random = new SeededRandom(_options.Seed);
        var batches = (passages.Length + _options.BatchPassages - 1) / _options.BatchPassages;
        var steps = (float)(batches * epochs);
        var step = 0;
        var average = new WeightAverage(_network);
        for (var epoch = 1; epoch <= epochs; epoch++)
        {
            random.Shuffle(passages.AsSpan());
            double loss = 0;
            for (var batch = 0; batch < batches; batch++, step++)
            {
                var start = batch * _options.BatchPassages;
                var end = Math.Min(passages.Length, start + _options.BatchPassages);
                loss += LearnBatch(passages, start, end, random);
                var warmUp = Math.Min(1, (step + 1) / 200f);
                Update(_options.Rate * warmUp * Math.Max(_options.LastRate, 1 - (step / steps)));
            }

            if (epoch > epochs - _options.AveragedEpochs)
                average.Add();
            if (epoch == epochs)
                average.Apply();
            afterEpoch(epoch, loss / passages.Length);
        }
    }

    private double LearnBatch(TrainingPassage[] passages, int start, int end, SeededRandom random)
    {
        var middle = (start + end) / 2;
        ulong firstSeed = random.Next(), secondSeed = random.Next();
        double first = 0, second = 0;
        Parallel.Invoke(
            () => first = _shards[0].Learn(passages.AsSpan(start, middle - start), new SeededRandom(firstSeed)),
            () => second = _shards[1].Learn(passages.AsSpan(middle, end - middle), new SeededRandom(secondSeed)));
        return first + second;
    }

    private void Update(float rate)
    {
        var gradient = _shards[0].Gradient;
        gradient.Take(_shards[1].Gradient);
        var dimensions = _network.Dimensions;
        foreach (var feature in gradient.Features)
            _features.UpdateRow(feature * dimensions, gradient.FeatureRow(feature), rate);
        gradient.ClearFeatures();
        foreach (var (adam, of) in _dense)
            adam.Update(of(gradient), rate);
        _transitions[0].Update(gradient.Transitions.AsSpan(0, 256), rate);
        _transitions[1].Update(gradient.Transitions.AsSpan(256, 16), rate);
        _transitions[2].Update(gradient.Transitions.AsSpan(272, 32), rate);
    }
}
