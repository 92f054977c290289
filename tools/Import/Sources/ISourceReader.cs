namespace EntityRes.Import.Sources;

/// <summary>Reads the records of one format.</summary>
internal interface ISourceReader
{
    /// <summary>Whether a file is one JSON array over many lines rather than one record a line.</summary>
    bool IsArray { get; }

    /// <summary>Reads a record.</summary>
    /// <param name="json">The record as JSON, UTF-8.</param>
    /// <param name="record">Cleared; receives what the record says.</param>
    /// <returns>False when the record is well-formed and of no interest.</returns>
    /// <exception cref="System.Text.Json.JsonException">It is not such a record.</exception>
    bool TryRead(ReadOnlyMemory<byte> json, ImportedRecord record);
}
