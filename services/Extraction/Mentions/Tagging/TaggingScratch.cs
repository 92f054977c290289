namespace EntityRes.Extraction.Mentions.Tagging;

/// <summary>Buffers of one run of the tagger: 120 kB plus the words seen lately. Not thread-safe.</summary>
public sealed class TaggingScratch
{
    /// <summary>Longer sentences are tagged in pieces of so many tokens.</summary>
    internal const int MaxTokens = 256;

    /// <summary>Sentences are taken together until there are so many tokens.</summary>
    internal const int PassageTokens = 96;

    private const int MaxWords = 16_384;

    private WordCache? _words;

    /// <summary>The mentions found in the last document.</summary>
    internal List<Mention> Mentions { get; } = [];

    internal int[] Slots { get; } = new int[MaxTokens];

    internal ulong[] WordKeys { get; } = new ulong[MaxTokens];

    internal int[] Window { get; } = new int[MaxTokens + (2 * TaggerModel.Reach)];

    internal byte[] Contexts { get; } = new byte[ContextFeatures.Slots * MaxTokens];

    internal DocumentTokens Document { get; } = new();

    internal DocumentEvidence Evidence { get; } = new();

    internal byte[] Back { get; } = new byte[MaxTokens * TagScheme.Count];

    internal float[] Scores { get; } = new float[MaxTokens * TagScheme.Count];

    internal int[] Sums { get; private set; } = [];

    internal short[] Passage { get; private set; } = [];

    internal short[] Units { get; private set; } = [];

    /// <summary>The words that the model's own cache lacks.</summary>
    internal WordCache WordsFor(TaggerModel model)
    {
        if (Units.Length != model.Hidden * MaxTokens)
        {
            Units = new short[model.Hidden * MaxTokens];
            Sums = new int[model.Hidden];
            Passage = new short[model.Hidden];
            _words = null;
        }

        return _words ??= new WordCache(TaggerModel.Blocks * model.Hidden, MaxWords);
    }
}
