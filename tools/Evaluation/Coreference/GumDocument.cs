using System.Text.Json;
using EntityRes.Extraction;
using EntityRes.Text;

namespace EntityRes.Evaluation.Coreference;

/// <summary>A document of the GUM form: one JSON document a file, offsets in code points.</summary>
/// <param name="Text">The text.</param>
/// <param name="Names">Named mentions by span, not nested.</param>
/// <param name="ClusterAt">The cluster of every mention, by its span.</param>
/// <param name="NamedClusters">Clusters that have a name.</param>
internal sealed record GumDocument(
    string Text, IReadOnlyList<Mention> Names, IReadOnlyDictionary<TextSpan, string> ClusterAt, IReadOnlySet<string> NamedClusters)
{
    /// <summary>Reads a file.</summary>
    /// <exception cref="InvalidDataException">It is no such document; names the file.</exception>
    internal static GumDocument Read(string path) => JsonLines.Parse(path, File.ReadAllText(path), Parse);

    private static GumDocument Parse(JsonElement document)
    {
        var text = document.GetProperty("text").GetString() ?? "";
        var map = new OffsetMap(text, OffsetUnit.CodePoint);
        var clusterAt = new Dictionary<TextSpan, string>();
        var namedClusters = new HashSet<string>();
        var names = new List<Mention>();
        foreach (var m in document.GetProperty("mentions").EnumerateArray())
        {
            var isName = m.GetProperty("named").GetBoolean() && m.GetProperty("name_start").ValueKind == JsonValueKind.Number;
            if (!map.TryToUtf16(m.GetProperty(isName ? "name_start" : "start").GetInt32(), out var start)
                || !map.TryToUtf16(m.GetProperty(isName ? "name_end" : "end").GetInt32(), out var end))
                continue;
            var cluster = m.GetProperty("cluster_id").GetString() ?? "";
            var span = new TextSpan(start, end);
            clusterAt[span] = cluster;
            if (!isName || names.Exists(other => other.Span.Overlaps(span)))
                continue;
            namedClusters.Add(cluster);
            names.Add(new Mention(span, MentionKind.Named, TypeOf(m.GetProperty("entity_type").GetString()), 1, MentionSource.Tagger));
        }

        names.Sort((a, b) => a.Span.CompareTo(b.Span));
        return new GumDocument(text, names, clusterAt, namedClusters);
    }

    private static MentionType TypeOf(string? type) => type switch
    {
        "person" => MentionType.Person,
        "organization" => MentionType.Organization,
        "place" => MentionType.Location,
        "event" => MentionType.Event,
        "object" => MentionType.Product,
        _ => MentionType.Other,
    };
}
