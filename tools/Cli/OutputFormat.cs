namespace EntityRes.Cli;

/// <summary>How <c>annotate</c> writes its answers.</summary>
internal enum OutputFormat
{
    /// <summary>The text with its mentions marked, and a table of entities.</summary>
    Table,

    /// <summary>The AnnotateResponse in proto3 JSON, indented.</summary>
    Json,

    /// <summary>One AnnotateResponse in proto3 JSON a line.</summary>
    Jsonl,

    /// <summary>A self-contained page.</summary>
    Html,
}
