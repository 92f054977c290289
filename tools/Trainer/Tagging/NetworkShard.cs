using EntityRes.Extraction.Mentions.Tagging;

namespace EntityRes.Trainer.Tagging;

/// <summary>
/// Scores and gradients of a few passages: one thread's share of a batch. Each distinct word of the share is projected once.
/// </summary>
internal sealed class NetworkShard
{
    private const int Tags = Network.Tags;
    private const int Offsets = Network.Offsets;
    private const int Blocks = Network.Blocks;

    private readonly Network _network;
    private readonly int[][] _typeFeatures;
    private readonly LearningOptions _options;
    private readonly CrfLattice _lattice = new();
    private readonly int[] _localOf; // type → local index + 1
    private readonly List<int> _locals = [];
    private readonly List<int[]> _kept = [];
    private float[] _word = []; // float[locals × dimensions]
    private float[] _projection = []; // float[locals × blocks × hidden]
    private float[] _projectionGradient = [];
    private float[] _hidden = []; // float[tokens × hidden]
    private float[] _scores = []; // float[tokens × tags]
    private float[] _scoreGradient = [];
    private readonly float[] _passage; // bias + mean of the passage's words, float[hidden]
    private readonly float[] _passageGradient;
    private bool _hidesEvidence;

    public NetworkShard(Network network, int[][] typeFeatures, int features, LearningOptions options)
    {
        _network = network;
        _typeFeatures = typeFeatures;
        _options = options;
        _localOf = new int[typeFeatures.Length];
        _passage = new float[network.Hidden];
        _passageGradient = new float[network.Hidden];
        Gradient = new NetworkGradient(network, features);
    }

    public NetworkGradient Gradient { get; }

    /// <summary>Adds the gradients of some passages to <see cref="Gradient"/>.</summary>
    /// <returns>Negative log likelihood.</returns>
    public double Learn(ReadOnlySpan<TrainingPassage> passages, SeededRandom random)
    {
        Prepare(passages, random);
        _projectionGradient.AsSpan(0, _locals.Count * Blocks * _network.Hidden).Clear();
        double loss = 0;
        foreach (var passage in passages)
            loss += Learn(passage, random);
        for (var local = 0; local < _locals.Count; local++)
            ProjectBack(local);
        Release();
        return loss;
    }

    /// <summary>Scores passages without dropout and hands each sentence to a callback.</summary>
    public void Score(ReadOnlySpan<TrainingPassage> passages, Action<int, float[]> receive)
    {
        Prepare(passages, random: null);
        _hidesEvidence = false;
        var index = 0;
        foreach (var passage in passages)
        {
            FillPassage(passage);
            foreach (var sentence in passage.Sentences)
            {
                Forward(sentence, random: null);
                receive(index++, _scores);
            }
        }

        Release();
    }

    private void Prepare(ReadOnlySpan<TrainingPassage> passages, SeededRandom? random)
    {
        _lattice.SetTransitions(_network.Transitions);
        AddLocal(0, random);
        foreach (var passage in passages)
        {
            foreach (var sentence in passage.Sentences)
            {
                foreach (var type in sentence.Types)
                    AddLocal(type, random);
            }
        }

        int dimensions = _network.Dimensions, hidden = _network.Hidden;
        Reserve(ref _word, _locals.Count * dimensions);
        Reserve(ref _projection, _locals.Count * Blocks * hidden);
        Reserve(ref _projectionGradient, _locals.Count * Blocks * hidden);
        for (var local = 0; local < _locals.Count; local++)
        {
            var word = _word.AsSpan(local * dimensions, dimensions);
            word.Clear();
            foreach (var feature in _kept[local])
                Kernels.Add(word, _network.FeatureVectors.AsSpan(feature * dimensions, dimensions));
            for (var offset = 0; offset < Blocks; offset++)
            {
                var projection = _projection.AsSpan(((local * Blocks) + offset) * hidden, hidden);
                projection.Clear();
                for (var d = 0; d < dimensions; d++)
                    Kernels.AddScaled(projection, _network.WordToHidden.AsSpan(((offset * dimensions) + d) * hidden, hidden), word[d]);
            }
        }
    }

    private void AddLocal(int type, SeededRandom? random)
    {
        if (_localOf[type] != 0)
            return;
        _locals.Add(type);
        _localOf[type] = _locals.Count;
        var features = _typeFeatures[type];
        if (random is not null && type != 0)
        {
            // The features of the word itself come first; now and then all of them go, as for a word never seen.
            var isUnknown = random.NextFloat() < _options.WordDropout;
            var kept = new List<int>(features.Length);
            for (var i = 0; i < features.Length; i++)
            {
                if (!(isUnknown && i < 2) && random.NextFloat() >= _options.FeatureDropout)
                    kept.Add(features[i]);
            }

            features = [.. kept];
        }

        _kept.Add(features);
    }

    private void Release()
    {
        foreach (var type in _locals)
            _localOf[type] = 0;
        _locals.Clear();
        _kept.Clear();
    }

    private void Forward(TrainingSentence sentence, SeededRandom? random)
    {
        int hidden = _network.Hidden, tokens = sentence.Types.Length;
        Reserve(ref _hidden, tokens * hidden);
        Reserve(ref _scores, tokens * Tags);
        Reserve(ref _scoreGradient, tokens * Tags);
        var keep = random is null ? 1 : 1 - _options.HiddenDropout;
        for (var t = 0; t < tokens; t++)
        {
            var units = _hidden.AsSpan(t * hidden, hidden);
            _passage.CopyTo(units);
            for (var offset = 0; offset < Offsets; offset++)
                Kernels.Add(units, _projection.AsSpan(ProjectionAt(sentence, t, offset), hidden));
            foreach (var at in new ContextPlaces(_network, sentence, t, _hidesEvidence))
                Kernels.Add(units, _network.ContextToHidden.AsSpan(at, hidden));
            var scores = _scores.AsSpan(t * Tags, Tags);
            _network.TagBias.CopyTo(scores);
            for (var h = 0; h < hidden; h++)
            {
                units[h] = units[h] > 0 && (random is null || random.NextFloat() < keep) ? units[h] / keep : 0;
                if (units[h] > 0)
                    Kernels.AddScaled(scores, _network.HiddenToTags.AsSpan(h * Tags, Tags), units[h]);
            }
        }
    }

    private int ProjectionAt(TrainingSentence sentence, int t, int offset)
    {
        var place = t + offset - Network.Reach;
        var type = place < 0 || place >= sentence.Types.Length ? 0 : sentence.Types[place];
        return (((_localOf[type] - 1) * Blocks) + offset) * _network.Hidden;
    }

    private void FillPassage(TrainingPassage passage)
    {
        _network.HiddenBias.CopyTo(_passage.AsSpan());
        foreach (var sentence in passage.Sentences)
        {
            foreach (var type in sentence.Types)
                Kernels.AddScaled(_passage, _projection.AsSpan(PassageBlockOf(type), _network.Hidden), 1f / passage.Tokens);
        }
    }

    private int PassageBlockOf(int type) => (((_localOf[type] - 1) * Blocks) + Offsets) * _network.Hidden;

    private double Learn(TrainingPassage passage, SeededRandom random)
    {
        FillPassage(passage);
        Array.Clear(_passageGradient);
        double loss = 0;
        foreach (var sentence in passage.Sentences)
            loss += Learn(sentence, random);
        Kernels.Add(Gradient.HiddenBias, _passageGradient);
        foreach (var sentence in passage.Sentences)
        {
            foreach (var type in sentence.Types)
                Kernels.AddScaled(_projectionGradient.AsSpan(PassageBlockOf(type), _network.Hidden), _passageGradient, 1f / passage.Tokens);
        }

        return loss;
    }

    private double Learn(TrainingSentence sentence, SeededRandom random)
    {
        _hidesEvidence = random.NextFloat() < _options.EvidenceDropout;
        Forward(sentence, random);
        var length = sentence.Types.Length * Tags;
        var scores = _scores.AsSpan(0, length);
        var gradient = _scoreGradient.AsSpan(0, length);
        gradient.Clear();
        var transitions = Gradient.Transitions;
        var expected = _lattice.Accumulate(scores, sentence.Allowed, -sentence.Weight, gradient, transitions);
        if (double.IsNaN(expected))
            return 0;
        var all = _lattice.Accumulate(scores, [], sentence.Weight, gradient, transitions);
        Backward(sentence, gradient);
        return (all - expected) * sentence.Weight;
    }

    private void Backward(TrainingSentence sentence, ReadOnlySpan<float> scoreGradient)
    {
        var hidden = _network.Hidden;
        var keep = 1 / (1 - _options.HiddenDropout);
        Span<float> unitGradient = stackalloc float[hidden];
        for (var t = 0; t < sentence.Types.Length; t++)
        {
            var gradient = scoreGradient.Slice(t * Tags, Tags);
            var units = _hidden.AsSpan(t * hidden, hidden);
            Kernels.Add(Gradient.TagBias, gradient);
            for (var h = 0; h < hidden; h++)
            {
                unitGradient[h] = 0;
                if (units[h] <= 0)
                    continue;
                unitGradient[h] = Kernels.Dot(_network.HiddenToTags.AsSpan(h * Tags, Tags), gradient) * keep;
                Kernels.AddScaled(Gradient.HiddenToTags.AsSpan(h * Tags, Tags), gradient, units[h]);
            }

            Kernels.Add(_passageGradient, unitGradient);
            for (var offset = 0; offset < Offsets; offset++)
                Kernels.Add(_projectionGradient.AsSpan(ProjectionAt(sentence, t, offset), hidden), unitGradient);
            foreach (var at in new ContextPlaces(_network, sentence, t, _hidesEvidence))
                Kernels.Add(Gradient.ContextToHidden.AsSpan(at, hidden), unitGradient);
        }
    }

    private void ProjectBack(int local)
    {
        int dimensions = _network.Dimensions, hidden = _network.Hidden;
        var word = _word.AsSpan(local * dimensions, dimensions);
        Span<float> wordGradient = stackalloc float[dimensions];
        wordGradient.Clear();
        for (var offset = 0; offset < Blocks; offset++)
        {
            var gradient = _projectionGradient.AsSpan(((local * Blocks) + offset) * hidden, hidden);
            for (var d = 0; d < dimensions; d++)
            {
                var at = ((offset * dimensions) + d) * hidden;
                wordGradient[d] += Kernels.Dot(_network.WordToHidden.AsSpan(at, hidden), gradient);
                Kernels.AddScaled(Gradient.WordToHidden.AsSpan(at, hidden), gradient, word[d]);
            }
        }

        foreach (var feature in _kept[local])
            Kernels.Add(Gradient.FeatureRow(feature), wordGradient);
    }

    private static void Reserve(ref float[] buffer, int length)
    {
        if (buffer.Length < length)
            buffer = new float[length * 3 / 2];
    }
}
