namespace EntityRes.Cli;

/// <summary>The formats and who writes them.</summary>
internal static class OutputWriters
{
    internal static IOutputWriter Create(OutputFormat format, TextWriter output) => format switch
    {
        OutputFormat.Json => new JsonOutput(output, isIndented: true),
        OutputFormat.Jsonl => new JsonOutput(output, isIndented: false),
        OutputFormat.Html => new HtmlOutput(output),
        _ => new TableOutput(output),
    };
}
