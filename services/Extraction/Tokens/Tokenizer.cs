using EntityRes.Extraction.Sentences;

namespace EntityRes.Extraction.Tokens;

/// <summary>
/// Sentences → tokens of news text: words with inner dots, apostrophes and hyphens; acronyms and abbreviations with their
/// full stop; numbers; clitics ('s); URLs, e-mail addresses, @names; emoji sequences; one punctuation mark each,
/// runs of the same one together.
/// </summary>
/// <remarks>
/// Tokens ascend, never overlap or split a surrogate pair, and leave out nothing but blanks, control characters and
/// mark-up tags. O(length),
/// no allocation once the list has grown. Thread-safe for separate lists.
/// </remarks>
public static class Tokenizer
{
    /// <summary>Tokenizes a document.</summary>
    /// <param name="text">The text.</param>
    /// <param name="sentences">Its sentences, in order.</param>
    /// <param name="tokens">Receives the tokens; what it held before is dropped.</param>
    /// <returns><paramref name="tokens"/>.</returns>
    public static TokenList Tokenize(string text, SentenceList sentences, TokenList tokens)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(sentences);
        ArgumentNullException.ThrowIfNull(tokens);
        tokens.Clear();
        foreach (var sentence in sentences.Spans)
        {
            tokens.BeginSentence();
            var visible = text.AsSpan(0, sentence.End);
            for (var at = sentence.Start; at < visible.Length;)
                at = Next(visible, at, tokens);
        }

        return tokens;
    }

    /// <summary>Adds the tokens that start at a position and returns where to go on.</summary>
    private static int Next(ReadOnlySpan<char> text, int at, TokenList tokens)
    {
        switch (CharacterKinds.Of(text[at]))
        {
            case CharacterKind.Blank or CharacterKind.Joiner:
                return at + 1;
            case CharacterKind.Letter or CharacterKind.Digit:
                return AddWord(text, at, tokens);
            case CharacterKind.Other when text[at] == '<' && MarkUp.EndOf(text, at) is var end && end > at + 1:
                return end;
            case CharacterKind.Apostrophe when WordSplitter.CliticLength(text[at..]) is > 0 and var length:
                tokens.Add(at, at + length);
                return at + length;
            case CharacterKind.HighSurrogate when WordScanner.IsAstralLetter(text, at):
                return AddWord(text, at, tokens);
            case CharacterKind.Ideograph:
                return AddSymbol(text, at, at + 1, tokens);
            case CharacterKind.HighSurrogate when at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]):
                return AddSymbol(text, at, at + 2, tokens);
            default:
                return AddPunctuation(text, at, tokens);
        }
    }

    private static int AddWord(ReadOnlySpan<char> text, int at, TokenList tokens)
    {
        var end = WordScanner.EndOf(text, at, out var isAddress);
        if (isAddress)
            tokens.Add(at, end);
        else
            WordSplitter.Add(text, at, end, tokens);
        return end;
    }

    private static int AddPunctuation(ReadOnlySpan<char> text, int at, TokenList tokens)
    {
        var c = text[at];
        var end = at + 1;
        if (c is '@' && end < text.Length && CharacterKinds.IsWord(text[end]))
            end = WordScanner.EndOfHandle(text, end);
        else if (c is '&')
            end = MarkUp.EndOf(text, at);
        else if (c is '.' or '-' or '*' or '=' or '_' or '!' or '?' or '\'' or '`' or '~' or '#' or '+' or '|')
        {
            while (end < text.Length && text[end] == c)
                end++;
        }

        return AddSymbol(text, at, end, tokens);
    }

    /// <summary>Adds a symbol with what joins it: combining marks, variation selectors, skin tones, joined emoji, flag halves.</summary>
    private static int AddSymbol(ReadOnlySpan<char> text, int at, int end, TokenList tokens)
    {
        end = EmojiScanner.EndOf(text, at, end);
        tokens.Add(at, end);
        return end;
    }
}
