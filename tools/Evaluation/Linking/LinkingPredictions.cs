using System.Text.Encodings.Web;
using System.Text.Json;
using EntityRes.Text;

namespace EntityRes.Evaluation.Linking;

/// <summary>
/// A system's output by document: one line a document,
/// <c>{"id": …, "pred": [{"start", "end", "qid": "Q…" or null, "cid": own id}]}</c>, offsets in code points.
/// </summary>
internal static class LinkingPredictions
{
    /// <summary>Reads a file.</summary>
    /// <exception cref="InvalidDataException">A line is not of this form, or its document is not annotated; names file and line.</exception>
    internal static IReadOnlyDictionary<string, IReadOnlyList<LinkingPrediction>> Read(string path, IReadOnlyList<LinkingDocument> documents)
    {
        var texts = documents.ToDictionary(document => document.Id, document => document.Text);
        return JsonLines.Read(path, line => Parse(line, texts)).ToDictionary(line => line.Id, line => line.Predictions);
    }

    /// <summary>Writes a file, documents in the given order.</summary>
    internal static void Write(
        string path, IReadOnlyList<LinkingDocument> documents, IReadOnlyDictionary<string, IReadOnlyList<LinkingPrediction>> predictions)
    {
        using var file = File.Create(path);
        foreach (var document in documents)
        {
            var map = new OffsetMap(document.Text, OffsetUnit.CodePoint);
            using (var json = new Utf8JsonWriter(file, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
            {
                json.WriteStartObject();
                json.WriteString("id", document.Id);
                json.WriteStartArray("pred");
                foreach (var prediction in predictions[document.Id])
                {
                    json.WriteStartObject();
                    json.WriteNumber("start", map.FromUtf16(prediction.Span.Start));
                    json.WriteNumber("end", map.FromUtf16(prediction.Span.End));
                    json.WriteString("qid", prediction.IsLinked ? prediction.Target : null);
                    json.WriteString("cid", prediction.CanonicalId);
                    json.WriteEndObject();
                }

                json.WriteEndArray();
                json.WriteEndObject();
            }

            file.WriteByte((byte)'\n');
        }
    }

    /// <summary>Links to what a catalogue lacks count as NIL.</summary>
    internal static IReadOnlyDictionary<string, IReadOnlyList<LinkingPrediction>> RestrictTo(
        IReadOnlySet<string> ids, IReadOnlyDictionary<string, IReadOnlyList<LinkingPrediction>> predictions) =>
        predictions.ToDictionary(document => document.Key, document => (IReadOnlyList<LinkingPrediction>)
            [.. document.Value.Select(prediction => ids.Contains(prediction.Target) ? prediction : prediction with { Target = LinkingLabel.Nil })]);

    /// <summary>Whether an id is one of Wikidata's items.</summary>
    internal static bool IsItem(string id) => id.Length > 1 && id[0] == 'Q' && !id.AsSpan(1).ContainsAnyExceptInRange('0', '9');

    /// <summary>A span of code points, converted.</summary>
    /// <exception cref="InvalidDataException">It lies outside the text.</exception>
    internal static TextSpan Span(OffsetMap map, JsonElement start, JsonElement end) =>
        map.TryToUtf16(start.GetInt32(), out var from) && map.TryToUtf16(end.GetInt32(), out var to) && from <= to
            ? new TextSpan(from, to) : throw new InvalidDataException($"[{start}, {end}) is no part of the text");

    private static (string Id, IReadOnlyList<LinkingPrediction> Predictions) Parse(JsonElement line, Dictionary<string, string> texts)
    {
        var id = line.GetProperty("id").ToString();
        if (!texts.TryGetValue(id, out var text))
            throw new InvalidDataException($"document '{id}' is not among the annotated ones");
        var map = new OffsetMap(text, OffsetUnit.CodePoint);
        return (id, [.. line.GetProperty("pred").EnumerateArray().Select(prediction => new LinkingPrediction(
            Span(map, prediction.GetProperty("start"), prediction.GetProperty("end")),
            prediction.GetProperty("qid").GetString() ?? LinkingLabel.Nil,
            prediction.TryGetProperty("cid", out var own) ? own.GetString() : null,
            Candidates: null))]);
    }
}
