using System.Net.Http.Headers;
using System.Text;
using EntityRes.Hosting;
using EntityRes.V1;

namespace EntityRes.Resolver.Nif;

/// <summary>NIF 2.1 over HTTP, the shape that GERBIL sends: a Turtle document in, the same with annotations out.</summary>
internal static class NifEndpoints
{
    private const string Route = "/nif";
    private const int BodyBytes = 8 * Limits.TextBytes; // escapes may write one byte as six, and spans need room
    private static readonly string[] Types = ["text/turtle", "application/x-turtle"];
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    internal static void MapNif(this WebApplication app) =>
        app.MapPost(Route, AnswerAsync).WithMetadata(LimitedRoute.Mark).AddEndpointFilter<TypedErrors>();

    // ?date=2010-04-08 — when the texts were published; ?kinds=named,role,pronoun — what to find, names by default.
    private static async Task<IResult> AnswerAsync(
        HttpContext context, string? date, string? kinds, DocumentAnnotator annotator, DocumentResolver resolver)
    {
        var type = ReadType(context.Request);
        var wanted = ReadKinds(kinds ?? "named");
        var nif = new NifAnnotator(annotator, resolver);
        var answer = NifWriter.Begin();
        foreach (var text in NifReader.Read(await ReadBodyAsync(context)))
            NifWriter.Write(answer, text, await nif.AnnotateAsync(text, date ?? "", wanted, context.RequestAborted));
        return Results.Text(answer.ToString(), $"{type}; charset=utf-8");
    }

    private static string ReadType(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var given) && Types.FirstOrDefault(type => type == given.MediaType) is { } known
            ? known
            : throw RequestErrors.InvalidArgument("content-type", $"is not {string.Join(" or ", Types)}");

    private static List<MentionKind> ReadKinds(string kinds) =>
    [
        .. kinds.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(kind => kind switch
        {
            "named" => MentionKind.Named,
            "role" => MentionKind.Role,
            "pronoun" => MentionKind.Pronoun,
            _ => throw RequestErrors.InvalidArgument("kinds", $"'{kind}' is not named, role or pronoun"),
        }),
    ];

    private static async Task<string> ReadBodyAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        var buffer = new byte[16 << 10];
        int read;
        while ((read = await context.Request.Body.ReadAsync(buffer, context.RequestAborted)) > 0)
        {
            if (body.Length + read > BodyBytes)
                throw RequestErrors.ResourceExhausted("body", $"is over {BodyBytes} bytes");
            body.Write(buffer, 0, read);
        }

        try
        {
            return StrictUtf8.GetString(body.GetBuffer(), 0, (int)body.Length);
        }
        catch (DecoderFallbackException wrong)
        {
            throw RequestErrors.InvalidArgument("body", $"is not UTF-8: {wrong.Message}");
        }
    }
}
