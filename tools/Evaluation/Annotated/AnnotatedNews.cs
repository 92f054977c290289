using System.Text.Json;
using EntityRes.Extraction;
using EntityRes.Text;

namespace EntityRes.Evaluation.Annotated;

/// <summary>One annotated document.</summary>
/// <param name="Id">The document's id.</param>
/// <param name="DocumentTime">Its date as the annotation gives it, or empty.</param>
/// <param name="Text">The text.</param>
/// <param name="EntityNames">The entities' names, by index.</param>
/// <param name="EntityQids">The entities' Wikidata items where the annotators were certain, else empty; by index.</param>
/// <param name="EntityOrigins">The names of the countries or parties that groups belong to, else empty; by index.</param>
/// <param name="Mentions">By span.</param>
public sealed record AnnotatedNews(
    string Id,
    string DocumentTime,
    string Text,
    IReadOnlyList<string> EntityNames,
    IReadOnlyList<string> EntityQids,
    IReadOnlyList<string> EntityOrigins,
    IReadOnlyList<AnnotatedMention> Mentions)
{
    /// <summary>Reads a file of one JSON document a line; its offsets count code points.</summary>
    /// <exception cref="InvalidDataException">A line is no such document.</exception>
    public static IEnumerable<AnnotatedNews> Read(string path) => JsonLines.Read(path, Parse);

    private static AnnotatedNews Parse(JsonElement root)
    {
        var text = root.GetProperty("text").GetString() ?? "";
        var map = new OffsetMap(text, OffsetUnit.CodePoint);
        var entities = root.GetProperty("entities").EnumerateArray().ToDictionary(e => e.GetProperty("i").GetInt32());
        var names = new string[entities.Count == 0 ? 0 : entities.Keys.Max() + 1];
        var qids = new string[names.Length];
        var origins = new string[names.Length];
        foreach (var (index, entity) in entities)
        {
            names[index] = entity.GetProperty("name").GetString() ?? "";
            qids[index] = entity.GetProperty("qid").GetString() ?? "";
            origins[index] = entity.TryGetProperty("of", out var of) ? of.GetString() ?? "" : "";
        }

        var mentions = new List<AnnotatedMention>();
        foreach (var mention in root.GetProperty("mentions").EnumerateArray())
        {
            if (!map.TryToUtf16(mention.GetProperty("start").GetInt32(), out var start)
                || !map.TryToUtf16(mention.GetProperty("end").GetInt32(), out var end))
                throw new InvalidDataException("a mention's offsets lie outside the text");
            var index = mention.GetProperty("entity").GetInt32();
            var type = Enum.Parse<MentionType>(entities[index].GetProperty("type").GetString() ?? "", ignoreCase: true);
            var kind = Enum.Parse<MentionKind>(mention.GetProperty("kind").GetString() ?? "", ignoreCase: true);
            mentions.Add(new AnnotatedMention(new Mention(new TextSpan(start, end), kind, type, 1, MentionSource.Tagger), index));
        }

        mentions.Sort((a, b) => a.Mention.Span.CompareTo(b.Mention.Span));
        return new AnnotatedNews(root.GetProperty("id").GetString() ?? "",
            root.TryGetProperty("document_time", out var time) ? time.GetString() ?? "" : "", text, names, qids, origins, mentions);
    }
}
