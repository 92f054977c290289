namespace EntityRes.Trainer.Clusters;

/// <summary>Induces word classes that make a class bigram model fit best, by moving one word at a time.</summary>
/// <remarks>Source: Martin, Liermann and Ney (1998), "Algorithms for bigram and trigram word clustering", section 3. Deterministic.</remarks>
internal sealed class ExchangeClusterer
{
    private readonly int _classes;
    private readonly int[] _classOf; // of each word
    private readonly int[] _bigrams; // int[classes × classes]
    private readonly int[] _first; // tokens of each class as left neighbour
    private readonly int[] _second;
    private readonly double[] _nLogN = new double[1 << 16];
    private readonly List<(int Word, int Count)>[] _after;
    private readonly List<(int Word, int Count)>[] _before;
    private readonly int[] _afterCounts;
    private readonly int[] _beforeCounts;

    private ExchangeClusterer(List<int> sequence, int words, int classes)
    {
        _classes = classes;
        _classOf = new int[words];
        _bigrams = new int[classes * classes];
        _first = new int[classes];
        _second = new int[classes];
        _afterCounts = new int[classes];
        _beforeCounts = new int[classes];
        for (var n = 1; n < _nLogN.Length; n++)
            _nLogN[n] = n * Math.Log(n);
        (_after, _before) = Neighbours(sequence, words);
    }

    /// <summary>Clusters the words of a sequence.</summary>
    /// <param name="sequence">Word ids.</param>
    /// <param name="words">Number of words.</param>
    /// <param name="classes">Number of classes.</param>
    /// <param name="minOccurrences">Rarer words stay together in class 0.</param>
    /// <param name="rounds">Passes over the words.</param>
    /// <returns>Class of each word; 0 for rare ones.</returns>
    public static int[] Cluster(List<int> sequence, int words, int classes, int minOccurrences, int rounds)
    {
        var clusterer = new ExchangeClusterer(sequence, words, classes);
        var counts = new int[words];
        foreach (var word in sequence)
            counts[word]++;
        var frequent = Enumerable.Range(0, words).Where(word => counts[word] >= minOccurrences)
            .OrderByDescending(word => counts[word]).ThenBy(word => word).ToArray();
        for (var i = 0; i < frequent.Length; i++)
            clusterer._classOf[frequent[i]] = 1 + (i % (classes - 1));
        clusterer.CountBigrams(sequence);
        for (var round = 0; round < rounds; round++)
        {
            var moved = 0;
            foreach (var word in frequent)
                moved += clusterer.Exchange(word) ? 1 : 0;
            Console.WriteLine($"clusters: round {round + 1}, {moved} of {frequent.Length} words moved");
        }

        return clusterer._classOf;
    }

    private static (List<(int, int)>[] After, List<(int, int)>[] Before) Neighbours(List<int> sequence, int words)
    {
        var counts = new Dictionary<long, int>();
        for (var i = 1; i < sequence.Count; i++)
        {
            var pair = ((long)sequence[i - 1] << 32) | (uint)sequence[i];
            counts[pair] = counts.GetValueOrDefault(pair) + 1;
        }

        var after = Enumerable.Range(0, words).Select(_ => new List<(int, int)>()).ToArray();
        var before = Enumerable.Range(0, words).Select(_ => new List<(int, int)>()).ToArray();
        foreach (var (pair, count) in counts)
        {
            int left = (int)(pair >> 32), right = (int)(pair & 0xFFFFFFFF);
            after[left].Add((right, count));
            before[right].Add((left, count));
        }

        return (after, before);
    }

    private void CountBigrams(List<int> sequence)
    {
        for (var i = 1; i < sequence.Count; i++)
        {
            int left = _classOf[sequence[i - 1]], right = _classOf[sequence[i]];
            _bigrams[(left * _classes) + right]++;
            _first[left]++;
            _second[right]++;
        }
    }

    private bool Exchange(int word)
    {
        var old = _classOf[word];
        Move(word, old, -1);
        var (best, bestGain) = (old, double.NegativeInfinity);
        int total = 0, totalBefore = 0;
        var afterClasses = Gather(_after[word], _afterCounts, ref total);
        var beforeClasses = Gather(_before[word], _beforeCounts, ref totalBefore);
        for (var candidate = 1; candidate < _classes; candidate++)
        {
            double gain = 0;
            foreach (var other in afterClasses)
            {
                var count = _bigrams[(candidate * _classes) + other];
                gain += NLogN(count + _afterCounts[other]) - NLogN(count);
            }

            foreach (var other in beforeClasses)
            {
                var count = _bigrams[(other * _classes) + candidate];
                gain += NLogN(count + _beforeCounts[other]) - NLogN(count);
            }

            gain -= NLogN(_first[candidate] + total) - NLogN(_first[candidate]);
            gain -= NLogN(_second[candidate] + totalBefore) - NLogN(_second[candidate]);
            if (gain > bestGain + 1e-9)
                (best, bestGain) = (candidate, gain);
        }

        foreach (var other in afterClasses)
            _afterCounts[other] = 0;
        foreach (var other in beforeClasses)
            _beforeCounts[other] = 0;
        Move(word, best, 1);
        _classOf[word] = best;
        return best != old;
    }

    private List<int> Gather(List<(int Word, int Count)> neighbours, int[] counts, ref int total)
    {
        var classes = new List<int>();
        foreach (var (word, count) in neighbours)
        {
            var other = _classOf[word];
            if (counts[other] == 0)
                classes.Add(other);
            counts[other] += count;
            total += count;
        }

        return classes;
    }

    /// <summary>Adds or takes away a word's bigrams; those of the word with itself are left out throughout.</summary>
    private void Move(int word, int toClass, int sign)
    {
        foreach (var (other, count) in _after[word])
        {
            if (other == word)
                continue;
            _bigrams[(toClass * _classes) + _classOf[other]] += sign * count;
            _first[toClass] += sign * count;
        }

        foreach (var (other, count) in _before[word])
        {
            if (other == word)
                continue;
            _bigrams[(_classOf[other] * _classes) + toClass] += sign * count;
            _second[toClass] += sign * count;
        }
    }

    private double NLogN(int n) => n < _nLogN.Length ? _nLogN[Math.Max(0, n)] : n * Math.Log(n);
}
