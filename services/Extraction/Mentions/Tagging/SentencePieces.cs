using EntityRes.Extraction.Tokens;

namespace EntityRes.Extraction.Mentions.Tagging;

/// <summary>Walks over the sentences of a passage; of a sentence longer than a passage, only the part inside.</summary>
internal ref struct SentencePieces(TokenList tokens, int start, int end)
{
    /// <summary>First token of the piece.</summary>
    public int First { get; private set; } = start;

    /// <summary>Its tokens, at least one.</summary>
    public int Length { get; private set; }

    /// <summary>Goes to the next piece.</summary>
    public bool MoveNext()
    {
        First += Length;
        if (First >= end)
            return false;
        Length = Math.Min(end, tokens.FirstTokenOf(tokens[First].Sentence + 1)) - First;
        return true;
    }
}
