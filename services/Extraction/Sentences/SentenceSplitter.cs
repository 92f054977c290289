using System.Buffers;
using EntityRes.Text;

namespace EntityRes.Extraction.Sentences;

/// <summary>
/// Text → sentences. A full stop, question or exclamation mark ends a sentence when what follows can open one and the word
/// before is no abbreviation; a line end does too (headlines, datelines, list items), unless the text is hard-wrapped.
/// </summary>
/// <remarks>O(length), no allocation once the list has grown. Thread-safe for separate lists.</remarks>
public static class SentenceSplitter
{
    private const int MaxAbbreviation = 14;

    private static readonly SearchValues<char> Terminators = SearchValues.Create(".!?…\n\r\u0085\u2028\u2029。！？｡।؟۔\u1362");
    private static readonly SearchValues<char> Closers = SearchValues.Create("\"'”’»)]}›」』");

    /// <summary>Splits a text.</summary>
    /// <param name="text">Any characters, lone surrogates included.</param>
    /// <param name="sentences">Receives the sentences, which tile the text; what it held before is dropped.</param>
    /// <returns><paramref name="sentences"/>.</returns>
    public static SentenceList Split(string text, SentenceList sentences)
    {
        ArgumentNullException.ThrowIfNull(text);
        sentences.Clear();
        var wrapWidth = LineWrap.WidthOf(text);
        int start = 0, at = 0;
        while (at < text.Length)
        {
            var step = text.AsSpan(at).IndexOfAny(Terminators);
            if (step < 0)
                break;
            at += step;
            var end = EndAt(text, at, wrapWidth, out var resume);
            if (end > start)
            {
                sentences.Add(new TextSpan(start, end));
                start = end;
            }

            at = Math.Max(resume, end);
        }

        if (start < text.Length)
            sentences.Add(new TextSpan(start, text.Length));
        return sentences;
    }

    /// <summary>End of the sentence that the terminator at <paramref name="at"/> closes, blanks included; -1 when it closes none.</summary>
    private static int EndAt(ReadOnlySpan<char> text, int at, int wrapWidth, out int resume)
    {
        var mark = text[at];
        resume = at + 1;
        if (mark is '\r' && resume < text.Length && text[resume] == '\n')
            return -1; // the line feed decides
        if (mark is '\n' or '\r' or '\u0085' or '\u2028' or '\u2029')
            return mark == '\n' && LineWrap.IsWrap(text, at, wrapWidth) ? -1 : SkipBlanks(text, resume);
        if (mark > '\u2026')
            return SkipBlanks(text, SkipClosers(text, resume)); // full-width and other scripts' stops need no blank

        while (resume < text.Length && text[resume] is '.' or '!' or '?' or '…')
            resume++;
        var wordEnd = at;
        var afterClosers = SkipClosers(text, resume);
        if (afterClosers == text.Length)
            return text.Length;
        if (!char.IsWhiteSpace(text[afterClosers]))
            return IsMissingBlank(text, at, resume) ? resume : -1;

        var next = SkipBlanks(text, afterClosers);
        if (next == text.Length)
            return next;
        if (!CanOpen(text, next))
            return text[afterClosers..next].Contains('\n') && wrapWidth == 0 ? next : -1;
        var isPlainStop = mark == '.' && resume == at + 1;
        return !isPlainStop || afterClosers > resume || Abbreviations.EndsSentence(WordBefore(text, wordEnd), WordAt(text, next)) ? next : -1;
    }

    /// <summary>"…the end.The next…": a lower-case word, the stop, a capitalised word, no blank.</summary>
    private static bool IsMissingBlank(ReadOnlySpan<char> text, int stop, int next) =>
        next == stop + 1 && text[stop] == '.' && stop >= 2 && next + 1 < text.Length
        && char.IsLower(text[stop - 1]) && char.IsLower(text[stop - 2]) && char.IsUpper(text[next]) && char.IsLower(text[next + 1])
        && !Abbreviations.Contains(WordBefore(text, stop));

    private static bool CanOpen(ReadOnlySpan<char> text, int at)
    {
        var c = text[at];
        if (c is '"' or '\'' or '“' or '‘' or '«' or '(' or '[' or '¿' or '¡' or '-' or '–' or '—' or '*' or '•' or '`')
            return at + 1 >= text.Length || !char.IsLower(text[at + 1]);
        return !char.IsLower(c) && c is not (',' or ';' or ':' or ')' or '.');
    }

    private static ReadOnlySpan<char> WordBefore(ReadOnlySpan<char> text, int end)
    {
        var start = end;
        while (start > 0 && end - start <= MaxAbbreviation && (char.IsLetterOrDigit(text[start - 1]) || text[start - 1] == '.'))
            start--;
        return text[start..end];
    }

    private static ReadOnlySpan<char> WordAt(ReadOnlySpan<char> text, int start)
    {
        var end = start;
        while (end < text.Length && end - start <= MaxAbbreviation && char.IsLetterOrDigit(text[end]))
            end++;
        return text[start..end];
    }

    private static int SkipClosers(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && Closers.Contains(text[at]))
            at++;
        return at;
    }

    private static int SkipBlanks(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && char.IsWhiteSpace(text[at]))
            at++;
        return at;
    }
}
