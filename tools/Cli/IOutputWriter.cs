using EntityRes.V1;

namespace EntityRes.Cli;

/// <summary>Writes answers in one format.</summary>
internal interface IOutputWriter
{
    /// <summary>Writes one answer.</summary>
    void Write(Document document, AnnotateResponse response);
}
