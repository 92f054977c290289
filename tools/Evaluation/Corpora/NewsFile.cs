using System.Text.Json;
using EntityRes.Extraction;
using EntityRes.Text;

namespace EntityRes.Evaluation.Corpora;

/// <summary>Reads annotated news: one JSON document a line, offsets in code points.</summary>
internal static class NewsFile
{
    public static IEnumerable<GoldDocument> Read(string path) => JsonLines.Read(path, Read);

    private static GoldDocument Read(JsonElement document)
    {
        var text = document.GetProperty("text").GetString()!;
        var map = new OffsetMap(text, OffsetUnit.CodePoint);
        var types = document.GetProperty("entities").EnumerateArray()
            .ToDictionary(e => e.GetProperty("i").GetInt32(), e => Enum.Parse<MentionType>(e.GetProperty("type").GetString()!, ignoreCase: true));
        var spans = new List<GoldSpan>();
        foreach (var mention in document.GetProperty("mentions").EnumerateArray())
        {
            if (mention.GetProperty("kind").GetString() != "NAMED")
                continue;
            if (!map.TryToUtf16(mention.GetProperty("start").GetInt32(), out var start)
                || !map.TryToUtf16(mention.GetProperty("end").GetInt32(), out var end))
                throw new InvalidDataException($"{document.GetProperty("id")}: mention outside the text");
            spans.Add(new GoldSpan(new TextSpan(start, end), types[mention.GetProperty("entity").GetInt32()]));
        }

        return new GoldDocument(document.GetProperty("id").GetString()!, text, Outermost(spans), GoldDocument.AllTypes);
    }

    private static List<GoldSpan> Outermost(List<GoldSpan> spans)
    {
        var kept = new List<GoldSpan>();
        foreach (var span in spans.OrderBy(s => s.Span))
        {
            if (kept.Count == 0 || kept[^1].Span.End <= span.Span.Start)
                kept.Add(span);
        }

        return kept;
    }
}
