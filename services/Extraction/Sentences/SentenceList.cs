using EntityRes.Text;

namespace EntityRes.Extraction.Sentences;

/// <summary>The sentences of one document: a reusable buffer, filled by <see cref="SentenceSplitter"/>.</summary>
/// <remarks>Sentences tile the text: the first starts at 0, each starts where the one before ends. Not thread-safe.</remarks>
public sealed class SentenceList
{
    private TextSpan[] _spans = new TextSpan[64];

    /// <summary>Number of sentences; 0 for an empty text only.</summary>
    public int Count { get; private set; }

    /// <summary>The sentences in text order, trailing blanks included.</summary>
    public ReadOnlySpan<TextSpan> Spans => _spans.AsSpan(0, Count);

    /// <summary>Forgets the sentences and keeps the memory.</summary>
    internal void Clear() => Count = 0;

    internal void Add(TextSpan span)
    {
        if (Count == _spans.Length)
            Array.Resize(ref _spans, Count * 2);
        _spans[Count++] = span;
    }
}
