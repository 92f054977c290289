using EntityRes.V1;

namespace EntityRes.Cli;

/// <summary>A text cut at its mentions, for display: of nested mentions the outermost counts.</summary>
internal static class TextPieces
{
    /// <summary>Cuts a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="mentions">Its mentions by start, the longer first; offsets in UTF-16 code units.</param>
    /// <returns>The pieces in text order, which together are the text; the mention is null between mentions.</returns>
    internal static IEnumerable<(string Piece, Mention? Mention)> Cut(string text, IEnumerable<Mention> mentions)
    {
        var position = 0;
        foreach (var mention in mentions)
        {
            if (mention.Start < position)
                continue;
            if (mention.Start > position)
                yield return (text[position..mention.Start], null);
            yield return (text[mention.Start..mention.End], mention);
            position = mention.End;
        }

        if (position < text.Length)
            yield return (text[position..], null);
    }
}
