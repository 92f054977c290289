namespace EntityRes.Client;

/// <summary>A field, or a limit, and what is wrong.</summary>
/// <param name="Name">The field in proto form (<c>document.document_date</c>), or the name of the limit.</param>
/// <param name="Description">What is wrong with it.</param>
public sealed record FieldError(string Name, string Description);
