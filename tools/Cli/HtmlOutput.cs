using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using EntityRes.Resolver.Playground;
using EntityRes.V1;

namespace EntityRes.Cli;

/// <summary>
/// A self-contained page, as the playground shows texts: mentions underlined by type and coloured by entity, and the entities below.
/// No script; pointing at a mention lights up the others of its entity by style alone.
/// </summary>
internal sealed class HtmlOutput(TextWriter output) : IOutputWriter
{
    private const double FirstHue = 265; // degrees, as the playground's colours.js
    private const double GoldenAngle = 137.508;

    private const string Policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

    private const string Style =
        """
        *{box-sizing:border-box}
        body{margin:0;background:var(--page);color:var(--ink);font:15px/1.5 var(--sans)}
        main{max-width:52rem;margin:0 auto;padding:2rem 1.25rem}
        header{color:var(--muted);margin-bottom:1rem;overflow-wrap:anywhere}
        header h1{font-size:1rem;margin:0;color:var(--ink)}
        .text,.entities{background:var(--surface);border:1px solid var(--rule);border-radius:14px;padding:1.4rem 1.6rem}
        .text{font:1.16rem/2 var(--serif);white-space:pre-wrap;overflow-wrap:anywhere}
        .text a{text-decoration:none;border-radius:2px}
        .entities{margin-top:1rem;overflow-x:auto}
        table{border-collapse:collapse;width:100%}
        th{color:var(--muted);font-weight:600;font-size:.8rem}
        th,td{text-align:left;padding:.4rem .7rem .4rem 0;border-bottom:1px solid var(--rule);vertical-align:top}
        tr:last-child td{border-bottom:0}tr:target{background:color-mix(in oklab,var(--accent) 14%,var(--surface))}
        td small{color:var(--muted);display:block}td a{color:var(--accent)}.number{text-align:right}
        a:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
        @media(max-width:40rem){.text,.entities{padding:1rem}main{padding:1rem .75rem}}
        @media print{body,.text,.entities{background:none;border:0;padding:0}}
        """;

    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    public void Write(Document document, AnnotateResponse response)
    {
        var entities = response.Entities.Select((entity, i) => (entity.Id, i)).ToDictionary(pair => pair.Id, pair => pair.i, StringComparer.Ordinal);
        output.WriteLine("<!DOCTYPE html>");
        output.WriteLine("<html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
        output.WriteLine($"<meta http-equiv=\"Content-Security-Policy\" content=\"{Policy}\"><title>{Encode(document.Id)}</title>");
        output.WriteLine($"<style>\n{PlaygroundFiles.MarkStyle}{Style}");
        for (var i = 0; i < entities.Count; i++)
            output.WriteLine(Invariant($".e{i}{{--hue:{(FirstHue + i * GoldenAngle) % 360:0.0}}}.text:has(.e{i}:hover,.e{i}:focus) .e{i}{{background-color:var(--lit)}}"));
        output.WriteLine("</style></head><body><main>");
        output.WriteLine($"<header><h1>{Encode(document.Id)}</h1>{Encode(TableOutput.DescribeDate(response.DocumentDate))}</header>");
        output.WriteLine($"<div class=\"text\">{MarkedText(document.Text, response, entities)}</div>");
        WriteEntities(response);
        foreach (var warning in response.Warnings)
            output.WriteLine($"<p>Warning: {Encode(warning.Message)}</p>");
        output.WriteLine("</main></body></html>");
    }

    private static string MarkedText(string text, AnnotateResponse response, Dictionary<string, int> entities)
    {
        var segments = TextSegments.Cut(text, response.Mentions).ToList();
        var levels = TextSegments.Levels(segments, response.Mentions.Count);
        var marked = new StringBuilder();
        foreach (var segment in segments)
        {
            // A link cannot stand in a link: the innermost mention is one, those around it are not.
            for (var i = 0; i < segment.Mentions.Count; i++)
                marked.Append(Open(segment.Mentions[i], levels, isLink: i == segment.Mentions.Count - 1, response, entities));
            marked.Append(Encode(segment.Text));
            for (var i = segment.Mentions.Count - 1; i >= 0; i--)
                marked.Append(i == segment.Mentions.Count - 1 && IsResolved(segment.Mentions[i], response) ? "</a>" : "</span>");
        }

        return marked.ToString();
    }

    private static string Open(int index, int[] levels, bool isLink, AnnotateResponse response, Dictionary<string, int> entities)
    {
        var mention = response.Mentions[index];
        var type = EntityRow.ShortType(mention.Type);
        var level = Invariant($"--level:{levels[index]}");
        if (!IsResolved(index, response))
            return $"<span class=\"mark {type} unresolved\" style=\"{level}\" title=\"unresolved\">";
        var id = response.Resolutions[mention.Chain].EntityId;
        var entity = entities[id];
        var title = Encode($"{response.Entities[entity].Name} · {id}");
        return isLink
            ? Invariant($"<a class=\"mark {type} e{entity}\" style=\"{level}\" href=\"#e{entity}\" title=\"{title}\">")
            : Invariant($"<span class=\"mark {type} e{entity}\" style=\"{level}\" title=\"{title}\">");
    }

    private static bool IsResolved(int mention, AnnotateResponse response) =>
        response.Resolutions[response.Mentions[mention].Chain].EntityId.Length > 0;

    private void WriteEntities(AnnotateResponse response)
    {
        output.WriteLine("<div class=\"entities\"><table><thead><tr><th>Entity<th>Type<th>Id<th>Mentions<th class=\"number\">Confidence</thead><tbody>");
        foreach (var (row, i) in EntityRow.Of(response).Select((row, i) => (row, i)))
        {
            var entity = response.Entities[i];
            var id = entity.ExternalIds.TryGetValue("wikidata", out var qid)
                ? $"<a href=\"https://www.wikidata.org/wiki/{Encode(qid)}\" rel=\"noreferrer\">{Encode(row.Id)}</a>"
                : Encode(row.Id);
            output.WriteLine(
                Invariant($"<tr id=\"e{i}\"><td><span class=\"dot e{i}\"></span> {Encode(row.Name)}<small>{Encode(entity.Description)}</small>") +
                $"<td>{row.Type}<td>{id}<td>{Encode(row.Mentions)}<td class=\"number\">{row.Confidence}");
        }

        output.WriteLine("</tbody></table></div>");
    }

    private static string Encode(string text) => Encoder.Encode(text);

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
