using System.Text.Json;
using EntityRes.Text;

namespace EntityRes.Evaluation.Linking;

/// <summary>An annotated document.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Text">The text.</param>
/// <param name="Annotated">The part of the text that is annotated, UTF-16 code units.</param>
/// <param name="Labels">The annotation, in the order of the file.</param>
internal sealed record LinkingDocument(string Id, string Text, TextSpan Annotated, IReadOnlyList<LinkingLabel> Labels)
{
    /// <summary>Reads a file of one JSON document a line, offsets in code points.</summary>
    /// <exception cref="InvalidDataException">A line is no such document; names file and line.</exception>
    internal static IReadOnlyList<LinkingDocument> Read(string path) => [.. JsonLines.Read(path, Parse)];

    /// <summary>The document on the label space of a catalogue: what it lacks is not in the knowledge base.</summary>
    internal LinkingDocument RestrictTo(IReadOnlySet<string> ids) => this with
    {
        Labels = [.. Labels.Select(label => LinkingPredictions.IsItem(label.Target) && !ids.Contains(label.Target) ? label with { Target = LinkingLabel.Nil } : label)],
    };

    private static LinkingDocument Parse(JsonElement document)
    {
        var text = document.GetProperty("text").GetString() ?? "";
        var map = new OffsetMap(text, OffsetUnit.CodePoint);
        var annotated = document.TryGetProperty("eval_span", out var part) && part.ValueKind == JsonValueKind.Array
            ? LinkingPredictions.Span(map, part[0], part[1]) : new TextSpan(0, text.Length);
        return new LinkingDocument(document.GetProperty("id").ToString(), text, annotated,
            [.. document.GetProperty("gold").EnumerateArray().Select(label => ParseLabel(label, map))]);
    }

    private static LinkingLabel ParseLabel(JsonElement label, OffsetMap map) => new(
        label.GetProperty("label_id").GetInt32(),
        LinkingPredictions.Span(map, label.GetProperty("start"), label.GetProperty("end")),
        label.GetProperty("kb_id").GetString() ?? LinkingLabel.Nil,
        label.GetProperty("type").GetString() ?? "",
        label.GetProperty("mention_type").GetString() switch
        {
            "ENTITY_NAMED" => LinkedKind.Named,
            "ENTITY_NON_NAMED" => LinkedKind.NonNamed,
            "ENTITY_UNKNOWN" => LinkedKind.Unknown,
            "COREF_NOMINAL" => LinkedKind.Nominal,
            "COREF_PRONOMINAL" => LinkedKind.Pronominal,
            var other => throw new InvalidDataException($"mention_type: '{other}' is not known"),
        },
        label.GetProperty("required").GetBoolean(),
        label.TryGetProperty("parent", out var parent) && parent.ValueKind == JsonValueKind.Number ? parent.GetInt32() : null,
        label.TryGetProperty("children", out var children) && children.ValueKind == JsonValueKind.Array
            ? [.. children.EnumerateArray().Select(child => child.GetInt32())] : []);
}
