namespace EntityRes.Evaluation.CrossDocument;

/// <summary>A document of a corpus with clusters over documents.</summary>
/// <param name="Id">Its id in the corpus.</param>
/// <param name="Topic">The documents over which clusters were annotated; mentions of two topics are never compared.</param>
/// <param name="Text">The text, put together from the corpus's tokens.</param>
/// <param name="Mentions">Named mentions by span, not overlapping.</param>
internal sealed record CorpusDocument(string Id, string Topic, string Text, IReadOnlyList<CorpusMention> Mentions)
{
    /// <summary>Keeps of overlapping mentions the longest, of equals the first.</summary>
    internal static IReadOnlyList<CorpusMention> WithoutOverlaps(IEnumerable<CorpusMention> mentions)
    {
        var kept = new List<CorpusMention>();
        foreach (var mention in mentions.OrderByDescending(m => m.Span.Length).ThenBy(m => m.Span.Start))
        {
            if (!kept.Exists(other => other.Span.Overlaps(mention.Span)))
                kept.Add(mention);
        }

        kept.Sort((one, other) => one.Span.CompareTo(other.Span));
        return kept;
    }
}
