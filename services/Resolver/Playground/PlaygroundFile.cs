namespace EntityRes.Resolver.Playground;

/// <summary>A file of the playground.</summary>
/// <param name="Content">Its bytes.</param>
/// <param name="ContentType">Its media type.</param>
/// <param name="ETag">Its entity tag, in quotes: the start of the SHA-256 of its content.</param>
public sealed record PlaygroundFile(ReadOnlyMemory<byte> Content, string ContentType, string ETag);
