using EntityRes.Extraction.Tokens;

namespace EntityRes.Extraction.Mentions.Tagging;

/// <summary>
/// Walks over a document in passages: sentences that follow each other, together at least
/// <see cref="TaggingScratch.PassageTokens"/> tokens while there are any, at most <see cref="TaggingScratch.MaxTokens"/>.
/// </summary>
internal ref struct Passages(TokenList tokens)
{
    private int _sentence;

    /// <summary>Number of the passage, from 0.</summary>
    public int Index { get; private set; } = -1;

    /// <summary>First token of the passage.</summary>
    public int First { get; private set; }

    /// <summary>Its tokens, 1..<see cref="TaggingScratch.MaxTokens"/>.</summary>
    public int Length { get; private set; }

    /// <summary>Goes to the next passage.</summary>
    public bool MoveNext()
    {
        Index++;
        First += Length;
        Length = 0;
        while (_sentence < tokens.SentenceCount && Length < TaggingScratch.PassageTokens)
        {
            var end = tokens.FirstTokenOf(_sentence + 1);
            if (end - First > TaggingScratch.MaxTokens)
            {
                // The sentence does not fit: close the passage before it, or take a piece of it.
                var start = Math.Max(First, tokens.FirstTokenOf(_sentence));
                Length = start > First ? start - First : TaggingScratch.MaxTokens;
                return true;
            }

            Length = end - First;
            _sentence++;
        }

        return Length > 0;
    }

    /// <summary>The sentences of the passage, or the piece of one.</summary>
    public readonly SentencePieces Pieces() => new(tokens, First, First + Length);
}
