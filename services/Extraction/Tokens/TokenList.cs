using EntityRes.Extraction.Mentions.Rules;
using EntityRes.Text;

namespace EntityRes.Extraction.Tokens;

/// <summary>The tokens of one document, by sentence: a reusable buffer, filled by <see cref="Tokenizer"/>.</summary>
/// <remarks>Not thread-safe.</remarks>
public sealed class TokenList
{
    private Token[] _tokens = new Token[1024];
    private int[] _firstTokens = new int[64]; // int[sentences + 1]
    private WordTraits[] _traits = [];

    /// <summary>Number of tokens.</summary>
    public int Count { get; private set; }

    /// <summary>Number of sentences; one may have no token (blanks only).</summary>
    public int SentenceCount { get; private set; }

    /// <summary>The tokens in text order.</summary>
    public ReadOnlySpan<Token> Items => _tokens.AsSpan(0, Count);

    /// <summary>The token at an index below <see cref="Count"/>.</summary>
    public Token this[int index] => _tokens[index];

    /// <summary>Index of the sentence's first token; for <see cref="SentenceCount"/> itself the number of tokens.</summary>
    /// <param name="sentence"><c>0..SentenceCount</c>.</param>
    public int FirstTokenOf(int sentence) => sentence == SentenceCount ? Count : _firstTokens[sentence];

    /// <summary>The sentence's tokens.</summary>
    /// <param name="sentence">Below <see cref="SentenceCount"/>.</param>
    public ReadOnlySpan<Token> TokensOf(int sentence)
    {
        var first = FirstTokenOf(sentence);
        return _tokens.AsSpan(first, FirstTokenOf(sentence + 1) - first);
    }

    /// <summary>What the rules ask of each word, once <see cref="BeginTraits"/> was called and the span it gave was filled.</summary>
    internal ReadOnlySpan<WordTraits> Traits => _traits.AsSpan(0, Count);

    /// <summary>Whether <see cref="Traits"/> are those of these tokens.</summary>
    internal bool HasTraits { get; private set; }

    /// <summary>The place to write the traits of all tokens to.</summary>
    internal Span<WordTraits> BeginTraits()
    {
        if (_traits.Length < Count)
            _traits = new WordTraits[_tokens.Length];
        HasTraits = true;
        return _traits.AsSpan(0, Count);
    }

    internal void Clear()
    {
        Count = SentenceCount = 0;
        HasTraits = false;
    }

    internal void BeginSentence()
    {
        if (SentenceCount == _firstTokens.Length)
            Array.Resize(ref _firstTokens, SentenceCount * 2);
        _firstTokens[SentenceCount++] = Count;
    }

    internal void Add(int start, int end)
    {
        if (Count == _tokens.Length)
            Array.Resize(ref _tokens, Count * 2);
        _tokens[Count++] = new Token(new TextSpan(start, end), SentenceCount - 1);
    }
}
