using System.Text.Encodings.Web;
using EntityRes.V1;

namespace EntityRes.Cli;

/// <summary>A self-contained page: the text with its mentions marked by type, and a table of entities.</summary>
internal sealed class HtmlOutput(TextWriter output) : IOutputWriter
{
    private const string Style =
        """
        :root{color-scheme:light dark}
        body{font:16px/1.6 system-ui,sans-serif;max-width:50rem;margin:2rem auto;padding:0 1rem}
        .text{white-space:pre-wrap}
        mark{color:inherit;border-radius:3px;padding:0 .15em;background:#8884;border-bottom:2px solid #888}
        mark.PER{background:#0aa3;border-color:#0aa}mark.ORG{background:#e803;border-color:#e80}
        mark.LOC{background:#2a43;border-color:#2a4}mark.GRP{background:#b5b3;border-color:#b5b}
        mark.EVT{background:#cc03;border-color:#cc0}mark.PRD{background:#28d3;border-color:#28d}
        table{border-collapse:collapse;margin-top:2rem;width:100%}
        th,td{text-align:left;padding:.3rem .6rem;border-bottom:1px solid #8886;vertical-align:top}
        """;

    public void Write(Document document, AnnotateResponse response)
    {
        output.WriteLine("<!DOCTYPE html>");
        output.WriteLine($"<html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>{Encode(document.Id)}</title>");
        output.WriteLine($"<style>{Style}</style></head><body>");
        output.Write("<div class=\"text\">");
        foreach (var (piece, mention) in TextPieces.Cut(document.Text, response.Mentions))
            output.Write(mention is null ? Encode(piece) : Mark(piece, mention, response));
        output.WriteLine("</div>");
        output.WriteLine("<table><thead><tr><th>Entity<th>Type<th>Id<th>Mentions<th>Confidence</thead><tbody>");
        foreach (var row in EntityRow.Of(response))
        {
            output.WriteLine(
                $"<tr><td>{Encode(row.Name)}<td>{row.Type}<td>{Encode(row.Id)}<td>{Encode(row.Mentions)}<td>{row.Confidence}");
        }

        output.WriteLine("</tbody></table></body></html>");
    }

    private static string Mark(string piece, Mention mention, AnnotateResponse response)
    {
        var id = response.Resolutions[mention.Chain].EntityId;
        var title = id.Length > 0 ? id : "unresolved";
        return $"<mark class=\"{EntityRow.ShortType(mention.Type)}\" title=\"{Encode(title)}\">{Encode(piece)}</mark>";
    }

    private static string Encode(string text) => HtmlEncoder.Default.Encode(text);
}
