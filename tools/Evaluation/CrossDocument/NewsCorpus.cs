using EntityRes.Evaluation.Annotated;
using EntityRes.Extraction;

namespace EntityRes.Evaluation.CrossDocument;

/// <summary>Reads annotated news: entities with one Wikidata item, else one canonical name and type, are one over documents.</summary>
internal static class NewsCorpus
{
    /// <summary>Reads a file.</summary>
    /// <exception cref="InvalidDataException">A line is no such document; names file and line.</exception>
    internal static Corpus Read(string path) =>
        new(Path.GetFileName(path), [.. AnnotatedNews.Read(path).Select(news => new CorpusDocument(news.Id, "", news.Text, Names(news)))], LeftOut: 0);

    private static IReadOnlyList<CorpusMention> Names(AnnotatedNews news) => CorpusDocument.WithoutOverlaps(
        from mention in news.Mentions
        where mention.Mention.Kind == MentionKind.Named
        let qid = news.EntityQids[mention.Entity]
        select new CorpusMention(
            mention.Mention.Span, qid.Length > 0 ? qid : $"{mention.Mention.Type} {news.EntityNames[mention.Entity]}", mention.Mention.Type));
}
