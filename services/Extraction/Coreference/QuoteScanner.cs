namespace EntityRes.Extraction.Coreference;

/// <summary>Tells which mentions stand inside quotation marks. Quotations end with their paragraph.</summary>
internal static class QuoteScanner
{
    /// <summary>For each mention whether its first character is quoted. O(length of the text).</summary>
    /// <param name="text">The text.</param>
    /// <param name="mentions">By span.</param>
    public static bool[] Scan(string text, IReadOnlyList<Mention> mentions)
    {
        var isQuoted = new bool[mentions.Count];
        var isOpen = false;
        var at = 0;
        for (var m = 0; m < isQuoted.Length; m++)
        {
            for (; at < mentions[m].Span.Start; at++)
            {
                isOpen = text[at] switch
                {
                    '"' => !isOpen,
                    '“' => true,
                    '”' or '\n' => false,
                    _ => isOpen,
                };
            }

            isQuoted[m] = isOpen;
        }

        return isQuoted;
    }
}
