using System.Text;
using EntityRes.Text;
using EntityRes.V1;

namespace EntityRes.Hosting;

/// <summary>A request's document and offset encoding, checked.</summary>
/// <param name="Id">The caller's id.</param>
/// <param name="Text">The text, at most <see cref="Limits.TextBytes"/>.</param>
/// <param name="Date">The date the request states, null when it states none.</param>
/// <param name="Unit">What offsets count.</param>
/// <param name="Warnings">What the caller should know.</param>
public sealed record DocumentRequest(
    string Id, string Text, PartialDate? Date, OffsetUnit Unit, IReadOnlyList<Warning> Warnings)
{
    private const string SupportedLanguage = "en";

    /// <summary>Checks a document.</summary>
    /// <param name="document">The document, null when the request has none.</param>
    /// <param name="encoding">The request's offset encoding.</param>
    /// <exception cref="Grpc.Core.RpcException">INVALID_ARGUMENT or RESOURCE_EXHAUSTED, naming the field.</exception>
    public static DocumentRequest Read(Document? document, OffsetEncoding encoding)
    {
        if (document is null)
            throw RequestErrors.InvalidArgument("document", "is required");
        var bytes = Encoding.UTF8.GetByteCount(document.Text);
        if (bytes > Limits.TextBytes)
            throw RequestErrors.ResourceExhausted("document.text", $"is {bytes} bytes of UTF-8, the limit is {Limits.TextBytes}");
        CheckName("document.id", document.Id);
        CheckName("document.language", document.Language);
        PartialDate? date = null;
        if (document.DocumentDate.Length > 0)
        {
            date = PartialDate.TryParse(document.DocumentDate, out var parsed)
                ? parsed
                : throw RequestErrors.InvalidArgument(
                    "document.document_date", "is not a date of the form 2025-09-04, 2025-09 or 2025");
        }

        return new DocumentRequest(document.Id, document.Text, date, ReadUnit(encoding), Warn(document));
    }

    private static void CheckName(string field, string value)
    {
        if (Encoding.UTF8.GetByteCount(value) > Limits.NameBytes)
            throw RequestErrors.ResourceExhausted(field, $"is over {Limits.NameBytes} bytes of UTF-8");
    }

    private static OffsetUnit ReadUnit(OffsetEncoding encoding) => encoding switch
    {
        OffsetEncoding.Unspecified or OffsetEncoding.Utf16 => OffsetUnit.Utf16,
        OffsetEncoding.Utf32 => OffsetUnit.CodePoint,
        OffsetEncoding.Utf8 => OffsetUnit.Utf8Byte,
        _ => throw RequestErrors.InvalidArgument("offset_encoding", $"{(int)encoding} is no OffsetEncoding"),
    };

    private static Warning[] Warn(Document document)
    {
        var language = document.Language.AsSpan();
        if (language.IndexOf('-') is >= 0 and var end)
            language = language[..end];
        if (language.IsEmpty || language.Equals(SupportedLanguage, StringComparison.OrdinalIgnoreCase))
            return [];
        return
        [
            new Warning
            {
                Code = WarningCode.LanguageNotSupported,
                Field = "document.language",
                Message = $"'{document.Language}' is answered best-effort: the model knows English",
            },
        ];
    }
}
