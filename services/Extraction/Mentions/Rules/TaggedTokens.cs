using EntityRes.Extraction.Tokens;
using EntityRes.Text;

namespace EntityRes.Extraction.Mentions.Rules;

/// <summary>The tokens of a document together with the named mentions that cover them.</summary>
/// <remarks>Built in O(tokens + mentions). Immutable.</remarks>
internal sealed class TaggedTokens
{
    private readonly string _text;
    private readonly Token[] _tokens;
    private readonly int[] _nameAt;         // int[tokens]: index of the named mention that covers the token, or -1
    private readonly IReadOnlyList<Mention> _mentions;
    private readonly TextSpan[] _nameTokens; // TextSpan[mentions]: token range of a named mention, empty for others

    /// <summary>Lays mentions over tokens.</summary>
    /// <param name="text">The text.</param>
    /// <param name="tokens">Its tokens.</param>
    /// <param name="mentions">By span; only the named ones cover tokens.</param>
    public TaggedTokens(string text, ReadOnlySpan<Token> tokens, IReadOnlyList<Mention> mentions)
    {
        _text = text;
        _tokens = tokens.ToArray();
        _nameAt = new int[tokens.Length];
        _mentions = mentions;
        _nameTokens = new TextSpan[mentions.Count];
        Array.Fill(_nameAt, -1);
        var first = 0;
        for (var m = 0; m < mentions.Count; m++)
        {
            if (mentions[m].Kind != MentionKind.Named)
                continue;
            var span = mentions[m].Span;
            while (first < _tokens.Length && _tokens[first].Span.End <= span.Start)
                first++;
            var last = first;
            for (; last < _tokens.Length && _tokens[last].Span.Start < span.End; last++)
                _nameAt[last] = m;
            _nameTokens[m] = new TextSpan(first, last);
        }
    }

    /// <summary>Number of tokens.</summary>
    public int Count => _tokens.Length;

    /// <summary>The characters of a token; empty for an index outside the document.</summary>
    public ReadOnlySpan<char> Word(int token) => (uint)token < (uint)_tokens.Length ? _tokens[token].Span.Of(_text) : default;

    /// <summary>Where a token lies.</summary>
    public TextSpan SpanOf(int token) => _tokens[token].Span;

    /// <summary>The sentence of a token.</summary>
    public int SentenceOf(int token) => _tokens[token].Sentence;

    /// <summary>Index of the named mention that covers a token; -1 for none and outside the document.</summary>
    public int NameAt(int token) => (uint)token < (uint)_nameAt.Length ? _nameAt[token] : -1;

    /// <summary>The type of a named mention.</summary>
    public MentionType TypeOfName(int mention) => _mentions[mention].Type;

    /// <summary>The tokens of a named mention, as a half-open range of indexes.</summary>
    public TextSpan TokensOfName(int mention) => _nameTokens[mention];

    /// <summary>The tokens of the named mention that covers a token; the token alone when none does.</summary>
    public TextSpan TokensOfNameAt(int token) => NameAt(token) is >= 0 and var name ? _nameTokens[name] : new TextSpan(token, token + 1);

    /// <summary>Whether two tokens exist and belong to one sentence.</summary>
    public bool AreInOneSentence(int one, int other) =>
        (uint)one < (uint)_tokens.Length && (uint)other < (uint)_tokens.Length
        && _tokens[one].Sentence == _tokens[other].Sentence;

    /// <summary>Whether nothing lies between a token and the next.</summary>
    public bool IsGluedToNext(int token) =>
        token >= 0 && token + 1 < _tokens.Length && _tokens[token].Span.End == _tokens[token + 1].Span.Start;

    /// <summary>Whether a number follows a token without a blank.</summary>
    public bool IsGluedToNumber(int token) => IsGluedToNext(token) && Word(token + 1) is [>= '0' and <= '9', ..];

    /// <summary>Whether a token is a hyphen inside a word: "French-speaking".</summary>
    public bool IsHyphen(int token) => Word(token) is "-" && IsGluedToNext(token - 1) && IsGluedToNext(token);

    /// <summary>Index of the first token at or after a position; the number of tokens when there is none.</summary>
    /// <remarks>O(log tokens).</remarks>
    public int FirstAtOrAfter(int position)
    {
        int low = 0, high = _tokens.Length;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (_tokens[middle].Span.Start < position)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    /// <summary>Whether the token is this word, in any case.</summary>
    public bool Is(int token, string word) => Word(token).Equals(word, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether the token is a possessive clitic: 's, or the apostrophe after a plural.</summary>
    public bool IsPossessive(int token) =>
        Word(token) is "'s" or "’s" or "'S" or "’S"
        || (Word(token) is "'" or "’" && IsGluedToNext(token - 1) && Word(token - 1) is [.., 's' or 'S']);
}
