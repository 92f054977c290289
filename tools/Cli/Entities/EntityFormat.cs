namespace EntityRes.Cli.Entities;

/// <summary>How <c>entity</c> writes what the resolver answers.</summary>
internal enum EntityFormat
{
    /// <summary>A table for people.</summary>
    Table,

    /// <summary>The answer in proto3 JSON, indented.</summary>
    Json,
}
