namespace EntityRes.Extraction.Mentions.Tagging;

/// <summary>What the second decoding needs to know of every token of a document: a reusable struct of arrays. Not thread-safe.</summary>
internal sealed class DocumentTokens
{
    /// <summary>Where the cache has its word, as long as it forgets nothing.</summary>
    public int[] Slots { get; private set; } = new int[1024];

    /// <summary>Key of the lower-case word.</summary>
    public uint[] Keys { get; private set; } = new uint[1024];

    /// <summary>How it is written.</summary>
    public WordCase[] Cases { get; private set; } = new WordCase[1024];

    /// <summary>Its position value.</summary>
    public byte[] Positions { get; private set; } = new byte[1024];

    /// <summary>Its best tag so far.</summary>
    public byte[] Tags { get; private set; } = new byte[1024];

    /// <summary>Its evidence value.</summary>
    public byte[] Evidence { get; private set; } = new byte[1024];

    /// <summary>At the last token of a mention: its confidence, 0–1.</summary>
    public float[] Confidences { get; private set; } = new float[1024];

    /// <summary>Makes room for a document.</summary>
    public void Reserve(int tokens)
    {
        if (Keys.Length >= tokens)
            return;
        var length = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)tokens);
        Slots = new int[length];
        Keys = new uint[length];
        Cases = new WordCase[length];
        Positions = new byte[length];
        Tags = new byte[length];
        Evidence = new byte[length];
        Confidences = new float[length];
    }

    /// <summary>Fills <see cref="Evidence"/> from the tags of the first decoding.</summary>
    /// <param name="tokens">Number of tokens.</param>
    /// <param name="evidence">Scratch.</param>
    public void FillEvidence(int tokens, DocumentEvidence evidence)
    {
        evidence.Clear();
        for (var i = 0; i < tokens; i++)
        {
            if (Votes(i))
                evidence.Add(Keys[i], Tags[i]);
        }

        for (var i = 0; i < tokens; i++)
        {
            if (Cases[i] == WordCase.Lower && Tags[i] == TagScheme.Outside)
                evidence.AddLower(Keys[i]);
        }

        for (var i = 0; i < tokens; i++)
            Evidence[i] = IsName(i) ? evidence.ValueOf(Keys[i], Tags[i], Votes(i)) : (byte)0;
    }

    /// <summary>Whether the evidence speaks against the tag of a token in the range.</summary>
    public bool Disagrees(int first, int length)
    {
        for (var i = first; i < first + length; i++)
        {
            if (Evidence[i] != 0 && DocumentEvidence.TypeOf(Evidence[i]) != TagScheme.TypeOf(Tags[i]))
                return true;
        }

        return false;
    }

    /// <summary>A token in a mention speaks for its type; a capitalised one inside a sentence against a name.</summary>
    private bool Votes(int i) =>
        Tags[i] != TagScheme.Outside
            ? Cases[i] is not (WordCase.None or WordCase.Lower)
            : Cases[i] is not (WordCase.None or WordCase.Lower) && !ContextFeatures.IsFirst(Positions[i]);

    private bool IsName(int i) =>
        Cases[i] is not (WordCase.None or WordCase.Lower) || (Cases[i] == WordCase.Lower && ContextFeatures.SentenceCaseOf(Positions[i]) == SentenceCase.Lower);
}
