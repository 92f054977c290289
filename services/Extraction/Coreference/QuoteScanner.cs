namespace EntityRes.Extraction.Coreference;

/// <summary>Tells which mentions stand inside quotation marks. Quotations end with their paragraph.</summary>
internal static class QuoteScanner
{
    /// <summary>Notes for each mention whether its first character is quoted. O(length of the text).</summary>
    /// <param name="text">The text.</param>
    /// <param name="mentions">By span.</param>
    public static void Scan(string text, Span<MentionFacts> mentions)
    {
        var isOpen = false;
        var at = 0;
        foreach (ref var mention in mentions)
        {
            while (at < mention.Mention.Span.Start)
            {
                var next = text.AsSpan(at, mention.Mention.Span.Start - at).IndexOfAny("\"“”\n");
                if (next < 0)
                    break;
                isOpen = text[at + next] switch
                {
                    '"' => !isOpen,
                    '“' => true,
                    _ => false,
                };
                at += next + 1;
            }

            at = Math.Max(at, mention.Mention.Span.Start);
            mention.IsQuoted = isOpen;
        }
    }
}
