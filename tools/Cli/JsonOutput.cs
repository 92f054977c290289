using EntityRes.V1;
using Google.Protobuf;

namespace EntityRes.Cli;

/// <summary>Answers as proto3 JSON, default values written.</summary>
internal sealed class JsonOutput(TextWriter output, bool isIndented) : IOutputWriter
{
    private readonly JsonFormatter _formatter = new(
        isIndented
            ? JsonFormatter.Settings.Default.WithFormatDefaultValues(true).WithIndentation()
            : JsonFormatter.Settings.Default.WithFormatDefaultValues(true));

    public void Write(Document document, AnnotateResponse response)
    {
        _formatter.Format(response, output);
        output.WriteLine();
    }
}
