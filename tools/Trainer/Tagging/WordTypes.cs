using EntityRes.Extraction.Mentions.Tagging;

namespace EntityRes.Trainer.Tagging;

/// <summary>The distinct words of training and their features, numbered in order of appearance. Type 0 is the sentence boundary.</summary>
internal sealed class WordTypes
{
    private readonly Dictionary<string, int> _ids = new(StringComparer.Ordinal);
    private readonly List<ulong[]> _hashes = [];
    private readonly List<string> _words = [];
    private readonly List<int> _counts = [];
    private readonly WordLexicon _lexicon;
    private Dictionary<ulong, int> _features = [];

    public WordTypes(WordLexicon lexicon)
    {
        _lexicon = lexicon;
        _words.Add("");
        _hashes.Add([WordFeatures.Boundary]);
        _counts.Add(int.MaxValue);
    }

    public int Count => _words.Count;

    public int FeatureCount => _features.Count;

    public IReadOnlyDictionary<ulong, int> Features => _features;

    public string Word(int type) => _words[type];

    public int Occurrences(int type) => _counts[type];

    public int IdOf(ReadOnlySpan<char> word)
    {
        if (_ids.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out var id))
        {
            _counts[id]++;
            return id;
        }

        Span<ulong> features = stackalloc ulong[WordFeatures.MaxCount];
        var count = WordFeatures.Extract(word, _lexicon, features);
        id = _words.Count;
        _ids.Add(word.ToString(), id);
        _words.Add(word.ToString());
        _counts.Add(1);
        _hashes.Add(features[..count].ToArray());
        return id;
    }

    /// <summary>Numbers the features of the words seen so far that have at least so many occurrences.</summary>
    public void FreezeFeatures(int minOccurrences)
    {
        var counts = new Dictionary<ulong, int>();
        for (var type = 0; type < Count; type++)
        {
            foreach (var hash in _hashes[type])
                counts[hash] = counts.GetValueOrDefault(hash) + Math.Min(_counts[type], minOccurrences);
        }

        _features = [];
        for (var type = 0; type < Count; type++)
        {
            foreach (var hash in _hashes[type])
            {
                if (counts[hash] >= minOccurrences)
                    _features.TryAdd(hash, _features.Count);
            }
        }
    }

    /// <summary>The numbered features of a type.</summary>
    public int[] FeaturesOf(int type)
    {
        var known = new List<int>();
        foreach (var hash in _hashes[type])
        {
            if (_features.TryGetValue(hash, out var feature))
                known.Add(feature);
        }

        return [.. known];
    }
}
