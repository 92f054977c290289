using EntityRes.Extraction.Tokens;
using EntityRes.Text;

namespace EntityRes.Extraction.Mentions.Rules;

/// <summary>The tokens of a document together with the named mentions that cover them: a reusable view.</summary>
/// <remarks>Laid in O(tokens + mentions), without allocation once it has grown. Not thread-safe.</remarks>
internal sealed class TaggedTokens
{
    private string _text = "";
    private TokenList _tokens = new();
    private int[] _nameAt = [];             // int[tokens]: index of the named mention that covers the token, or -1
    private MentionType[] _nameTypes = [];  // MentionType[mentions]
    private TextSpan[] _nameTokens = [];    // TextSpan[mentions]: token range of a named mention, empty for others

    /// <summary>Lays mentions over tokens; what was laid before is dropped.</summary>
    /// <param name="text">The text.</param>
    /// <param name="tokens">Its tokens; their traits are read when the tagger has not done so.</param>
    /// <param name="mentions">By span; only the named ones cover tokens.</param>
    /// <returns>This.</returns>
    public TaggedTokens Lay(string text, TokenList tokens, ReadOnlySpan<Mention> mentions)
    {
        WordTraitReader.ReadAll(text, tokens);
        (_text, _tokens) = (text, tokens);
        Reserve(tokens.Count, mentions.Length);
        _nameAt.AsSpan(0, tokens.Count).Fill(-1);
        var items = tokens.Items;
        var first = 0;
        for (var m = 0; m < mentions.Length; m++)
        {
            _nameTypes[m] = mentions[m].Type;
            _nameTokens[m] = default;
            if (mentions[m].Kind != MentionKind.Named)
                continue;
            var span = mentions[m].Span;
            while (first < items.Length && items[first].Span.End <= span.Start)
                first++;
            var last = first;
            for (; last < items.Length && items[last].Span.Start < span.End; last++)
                _nameAt[last] = m;
            _nameTokens[m] = new TextSpan(first, last);
        }

        return this;
    }

    /// <summary>Number of tokens.</summary>
    public int Count => _tokens.Count;

    /// <summary>What the rules ask of each word.</summary>
    public ReadOnlySpan<WordTraits> Traits => _tokens.Traits;

    /// <summary>The characters of a token; empty for an index outside the document.</summary>
    public ReadOnlySpan<char> Word(int token) => (uint)token < (uint)Count ? _tokens[token].Span.Of(_text) : default;

    /// <summary>Whether a token's word has one of some traits; false outside the document.</summary>
    public bool Has(int token, WordTraits traits) => (TraitsOf(token) & traits) != 0;

    /// <summary>The traits of a token's word; none outside the document.</summary>
    public WordTraits TraitsOf(int token)
    {
        var traits = Traits;
        return (uint)token < (uint)traits.Length ? traits[token] : WordTraits.None;
    }

    /// <summary>Where a token lies.</summary>
    public TextSpan SpanOf(int token) => _tokens[token].Span;

    /// <summary>The sentence of a token.</summary>
    public int SentenceOf(int token) => _tokens[token].Sentence;

    /// <summary>Index of the named mention that covers a token; -1 for none and outside the document.</summary>
    public int NameAt(int token) => (uint)token < (uint)Count ? _nameAt[token] : -1;

    /// <summary>The type of a named mention.</summary>
    public MentionType TypeOfName(int mention) => _nameTypes[mention];

    /// <summary>The tokens of a named mention, as a half-open range of indexes.</summary>
    public TextSpan TokensOfName(int mention) => _nameTokens[mention];

    /// <summary>Whether two tokens exist and belong to one sentence.</summary>
    public bool AreInOneSentence(int one, int other) =>
        (uint)one < (uint)Count && (uint)other < (uint)Count && _tokens[one].Sentence == _tokens[other].Sentence;

    /// <summary>Whether nothing lies between a token and the next.</summary>
    public bool IsGluedToNext(int token) =>
        token >= 0 && token + 1 < Count && _tokens[token].Span.End == _tokens[token + 1].Span.Start;

    /// <summary>Whether a number follows a token without a blank.</summary>
    public bool IsGluedToNumber(int token) => IsGluedToNext(token) && Word(token + 1) is [>= '0' and <= '9', ..];

    /// <summary>Whether a token is a hyphen inside a word: "French-speaking".</summary>
    public bool IsHyphen(int token) => Word(token) is "-" && IsGluedToNext(token - 1) && IsGluedToNext(token);

    /// <summary>Index of the first token at or after a position; the number of tokens when there is none.</summary>
    /// <remarks>O(log tokens).</remarks>
    public int FirstAtOrAfter(int position)
    {
        var items = _tokens.Items;
        int low = 0, high = items.Length;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (items[middle].Span.Start < position)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    /// <summary>Whether the token is this word, in any case.</summary>
    public bool Is(int token, string word) => Word(token).Equals(word, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether the token is a possessive clitic: 's, or the apostrophe after a plural.</summary>
    public bool IsPossessive(int token) => TraitsOf(token) is var traits && (traits & (WordTraits.Clitic | WordTraits.Apostrophe)) != 0
        && ((traits & WordTraits.Clitic) != 0 || (IsGluedToNext(token - 1) && Word(token - 1) is [.., 's' or 'S']));

    private void Reserve(int tokens, int mentions)
    {
        if (_nameAt.Length < tokens)
            _nameAt = new int[Capacity(tokens)];
        if (_nameTypes.Length >= mentions)
            return;
        _nameTypes = new MentionType[Capacity(mentions)];
        _nameTokens = new TextSpan[_nameTypes.Length];
    }

    private static int Capacity(int items) => (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)items);
}
