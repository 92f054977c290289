namespace EntityRes.Extraction.Mentions.Tagging;

/// <summary>Buffers of one run of the tagger: 120 kB plus the words seen lately, at most 18 MB. Not thread-safe.</summary>
public sealed class TaggingScratch
{
    /// <summary>Longer sentences are tagged in pieces of so many tokens.</summary>
    internal const int MaxTokens = 256;

    /// <summary>Sentences are taken together until there are so many tokens.</summary>
    internal const int PassageTokens = 96;

    private const int MaxWords = 20_480;

    private WordCache? _frequent;
    private short[] _passages = []; // short[passages × hidden]

    /// <summary>The mentions found in the last document.</summary>
    internal List<Mention> Mentions { get; } = [];

    internal ulong[] WordKeys { get; } = new ulong[MaxTokens];

    internal int[] Window { get; } = new int[MaxTokens + (2 * TaggerModel.Reach)];

    internal byte[] Contexts { get; } = new byte[ContextFeatures.Slots * MaxTokens];

    internal DocumentTokens Document { get; } = new();

    internal DocumentEvidence Evidence { get; } = new();

    internal byte[] Back { get; } = new byte[MaxTokens * TagScheme.Count];

    internal float[] Scores { get; } = new float[MaxTokens * TagScheme.Count];

    internal int[] Sums { get; private set; } = [];

    internal short[] Units { get; private set; } = [];

    /// <summary>The words seen lately, and before them the frequent ones of a tagger.</summary>
    internal WordCache Words { get; private set; } = new(0, 0);

    /// <summary>Makes the scratch fit a tagger.</summary>
    /// <param name="frequent">Its frequent words.</param>
    /// <param name="hidden">Its hidden units.</param>
    internal void Fit(WordCache frequent, int hidden)
    {
        if (_frequent == frequent)
            return;
        _frequent = frequent;
        Units = new short[hidden * MaxTokens];
        Sums = new int[hidden];
        _passages = new short[hidden];
        Words = new WordCache(frequent, MaxWords);
    }

    /// <summary>What the tokens of a passage share, short[hidden]; kept for the whole document.</summary>
    internal Span<short> PassageAt(int index)
    {
        var hidden = Sums.Length;
        if (_passages.Length < (index + 1) * hidden)
            Array.Resize(ref _passages, Math.Max((index + 1) * hidden, _passages.Length * 2));
        return _passages.AsSpan(index * hidden, hidden);
    }
}
