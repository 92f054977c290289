using EntityRes.Evaluation.Corpora;
using EntityRes.Extraction;

namespace EntityRes.Evaluation.Mentions;

/// <summary>Runs the whole pipeline over annotated files and prints exact-span precision, recall and F1.</summary>
internal static class NerEvaluation
{
    /// <summary>Writes one Markdown table row a file and one for all news files together.</summary>
    public static void Run(ExtractionPipeline pipeline, IEnumerable<string> paths, TextWriter output, TextWriter? errors)
    {
        output.WriteLine("| set | tokens | P | R | F1 | PERSON | ORGANIZATION | LOCATION | GROUP | EVENT | PRODUCT | OTHER | boundary | type | missed | spurious |");
        output.WriteLine("|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|");
        var news = new SpanScore();
        var reliability = new Reliability();
        var newsTokens = 0;
        foreach (var path in paths)
        {
            var score = new SpanScore();
            var tokens = 0;
            var scratch = new ExtractionScratch();
            foreach (var document in GoldFile.Read(path))
            {
                var result = pipeline.Run(document.Text, scratch, CancellationToken.None);
                var found = Named(result);
                if (path.EndsWith("jsonl", StringComparison.Ordinal))
                    reliability.Add(result.Mentions.Where(mention => mention.Kind == MentionKind.Named), document);
                tokens += scratch.Tokens.Count;
                Action<string, GoldSpan?, GoldSpan?>? report = errors is null ? null : (kind, gold, other) => WriteError(errors, path, document, kind, gold, other);
                score.Add(document.Spans, found, document.Annotated, report);
                if (path.EndsWith("jsonl", StringComparison.Ordinal))
                    news.Add(document.Spans, found, document.Annotated);
            }

            Row(output, Path.GetFileName(path), tokens, score);
            newsTokens += path.EndsWith("jsonl", StringComparison.Ordinal) ? tokens : 0;
        }

        if (newsTokens == 0)
            return;
        Row(output, "**annotated news together**", newsTokens, news);
        output.WriteLine();
        reliability.Write(output);
    }

    private static IEnumerable<GoldSpan> Named(ExtractionResult result) =>
        result.Mentions.Where(mention => mention.Kind == MentionKind.Named).Select(mention => new GoldSpan(mention.Span, mention.Type));

    private static void Row(TextWriter output, string name, int tokens, SpanScore score)
    {
        var (precision, recall, f1, _) = score.Of(MentionType.Person, MentionType.Organization, MentionType.Location);
        var types = Enum.GetValues<MentionType>().Select(type => score.Of(type) is { Gold: > 0 } s ? $"{s.F1 * 100:F1}" : "–");
        output.WriteLine($"| {name} | {tokens} | {precision * 100:F1} | {recall * 100:F1} | {f1 * 100:F2} | {string.Join(" | ", types)} | {score.WrongBoundary} | {score.WrongType} | {score.Missed} | {score.Spurious} |");
    }

    private static void WriteError(TextWriter errors, string path, GoldDocument document, string kind, GoldSpan? gold, GoldSpan? found)
    {
        var span = (gold ?? found)!.Value.Span;
        var before = document.Text[Math.Max(0, span.Start - 50)..span.Start];
        var after = document.Text[span.End..Math.Min(document.Text.Length, span.End + 50)];
        errors.WriteLine($"{Path.GetFileName(path)}\t{kind}\t{gold?.Type}\t{Surface(gold, document)}\t{found?.Type}\t{Surface(found, document)}\t{before}[[{span.Of(document.Text)}]]{after}".Replace('\n', ' '));
    }

    private static string Surface(GoldSpan? span, GoldDocument document) => span?.Span.Of(document.Text).ToString() ?? "";
}
