using EntityRes.Extraction.Tokens;

namespace EntityRes.Extraction.Mentions.Tagging;

/// <summary>
/// The features of a token's place. Each slot holds one small number a token; 0 means nothing to say. The network has a vector
/// for each value of each slot at the offsets −1, 0 and +1.
/// </summary>
internal static class ContextFeatures
{
    /// <summary>Slot of the position: first word, case of the sentence, no blank before.</summary>
    public const int Position = 0;

    /// <summary>Slot of what the rest of the document says about the word.</summary>
    public const int Evidence = 1;

    /// <summary>Slot of the word's place in a name known from lists.</summary>
    public const int Phrase = 2;

    /// <summary>Number of slots.</summary>
    public const int Slots = 3;

    /// <summary>Values of a slot are below this.</summary>
    public const int Values = 64;

    private const int MinWords = 3;

    /// <summary>Fills the position slot of one sentence.</summary>
    /// <param name="text">The document.</param>
    /// <param name="tokens">The tokens of the sentence.</param>
    /// <param name="cases">How each of its words is written.</param>
    /// <param name="positions">Receives a value a token.</param>
    public static void FillPositions(ReadOnlySpan<char> text, ReadOnlySpan<Token> tokens, ReadOnlySpan<WordCase> cases, Span<byte> positions)
    {
        var sentenceCase = (int)CaseOf(cases);
        var isShort = tokens.Length <= 6 ? 1 : 0;
        var seesFirst = true;
        for (var i = 0; i < tokens.Length; i++)
        {
            var isWord = cases[i] != WordCase.None;
            var isFirst = seesFirst && isWord;
            seesFirst &= !isWord && !char.IsLetterOrDigit(text[tokens[i].Span.Start]);
            var isGlued = i > 0 && tokens[i].Span.Start == tokens[i - 1].Span.End;
            positions[i] = (byte)(1 + sentenceCase + (isFirst ? 4 : 0) + (isGlued ? 8 : 0) + (isShort * 16));
        }
    }

    /// <summary>Whether a position value says that the token is the first word of its sentence.</summary>
    public static bool IsFirst(byte position) => (position - 1 & 4) != 0;

    /// <summary>The case of the sentence that a position value tells.</summary>
    public static SentenceCase SentenceCaseOf(byte position) => (SentenceCase)(position - 1 & 3);

    /// <summary>How a sentence is written.</summary>
    public static SentenceCase CaseOf(ReadOnlySpan<WordCase> cases)
    {
        int lower = 0, capital = 0, upper = 0;
        foreach (var wordCase in cases)
        {
            lower += wordCase == WordCase.Lower ? 1 : 0;
            capital += wordCase is WordCase.Capitalised or WordCase.Mixed ? 1 : 0;
            upper += wordCase is WordCase.Upper or WordCase.Single ? 1 : 0;
        }

        if (lower + capital == 0)
            return upper >= 2 ? SentenceCase.Upper : SentenceCase.Normal;
        if (capital + upper == 0)
            return SentenceCase.Lower;
        if (upper >= MinWords && upper >= 3 * (lower + capital))
            return SentenceCase.Upper;
        return capital >= MinWords && capital + upper >= lower * 2 ? SentenceCase.Title : SentenceCase.Normal;
    }
}
