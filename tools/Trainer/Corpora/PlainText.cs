using EntityRes.Evaluation.Corpora;

namespace EntityRes.Trainer.Corpora;

/// <summary>Reads plain text in pieces of a few lines, which stand for documents.</summary>
internal static class PlainText
{
    private const int LinesAPiece = 12;

    private static readonly IReadOnlySet<Extraction.MentionType> None = new HashSet<Extraction.MentionType>();

    /// <summary>Every <paramref name="every"/>-th piece.</summary>
    public static IEnumerable<GoldDocument> Read(string path, int every) =>
        File.ReadLines(path).Chunk(LinesAPiece).Where((_, i) => i % every == 0)
            .Select((lines, i) => new GoldDocument($"{Path.GetFileName(path)}:{i}", string.Join('\n', lines), [], None));
}
