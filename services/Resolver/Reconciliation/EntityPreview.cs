using System.Text.Encodings.Web;
using System.Text.Unicode;
using EntityRes.V1;

namespace EntityRes.Resolver.Reconciliation;

/// <summary>A small page on one entity, made to be shown in a frame.</summary>
internal static class EntityPreview
{
    /// <summary>Nothing is loaded and nothing runs; only other pages may show it in a frame.</summary>
    internal const string Policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

    private const string Style =
        ":root{color-scheme:light dark}body{font:15px/1.45 system-ui,sans-serif;margin:.8rem}h1{font-size:1.15rem;margin:0}p{margin:.3rem 0}";

    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    internal static string Of(Entity entity)
    {
        var id = Encoder.Encode(entity.Id);
        var link = entity.ExternalIds.TryGetValue("wikidata", out var qid)
            ? $"<a href=\"https://www.wikidata.org/wiki/{Encoder.Encode(qid)}\" target=\"_blank\" rel=\"noopener noreferrer\">{id}</a>"
            : id;
        return $"<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>{Encoder.Encode(entity.Name)}</title><style>{Style}</style></head>" +
            $"<body><h1>{Encoder.Encode(entity.Name)}</h1><p>{link} · {ReconciliationTypes.Of(entity.Type).Name}</p>" +
            $"<p>{Encoder.Encode(entity.Description)}</p><p>{Encoder.Encode(string.Join(" · ", entity.Aliases))}</p></body></html>";
    }
}
