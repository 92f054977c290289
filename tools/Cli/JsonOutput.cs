using EntityRes.V1;
using Google.Protobuf;

namespace EntityRes.Cli;

/// <summary>Answers as proto3 JSON, default values written.</summary>
internal sealed class JsonOutput(TextWriter output, bool isIndented) : IOutputWriter
{
    private static readonly JsonFormatter OnOneLine = new(JsonFormatter.Settings.Default.WithFormatDefaultValues(true));

    /// <summary>Any message as JSON over several lines.</summary>
    internal static JsonFormatter Indented { get; } = new(JsonFormatter.Settings.Default.WithFormatDefaultValues(true).WithIndentation());

    public void Write(Document document, AnnotateResponse response)
    {
        (isIndented ? Indented : OnOneLine).Format(response, output);
        output.WriteLine();
    }
}
