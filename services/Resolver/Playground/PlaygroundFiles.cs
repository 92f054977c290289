using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;

namespace EntityRes.Resolver.Playground;

/// <summary>The playground's files, which the assembly carries.</summary>
/// <remarks>Read once, at the first use; thread-safe.</remarks>
public static class PlaygroundFiles
{
    private const string Prefix = "playground/";

    private static readonly Lazy<FrozenDictionary<string, PlaygroundFile>> Files = new(Load);

    /// <summary>Finds a file.</summary>
    /// <param name="path">Its path under <c>/playground/</c>: <c>app.js</c>, <c>samples/prague-treaty.txt</c>.</param>
    /// <returns>The file, null when there is none.</returns>
    public static PlaygroundFile? Find(string path) => Files.Value.GetValueOrDefault(path);

    /// <summary>The style of marks, which other pages may carry too.</summary>
    public static string MarkStyle => Encoding.UTF8.GetString(Find("marks.css")!.Content.Span);

    private static FrozenDictionary<string, PlaygroundFile> Load()
    {
        var assembly = typeof(PlaygroundFiles).Assembly;
        return assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .ToFrozenDictionary(name => name[Prefix.Length..].Replace('\\', '/'), name => Read(assembly.GetManifestResourceStream(name)!, name), StringComparer.Ordinal);
    }

    private static PlaygroundFile Read(Stream stream, string name)
    {
        using (stream)
        {
            var content = new byte[stream.Length];
            stream.ReadExactly(content);
            return new PlaygroundFile(content, ContentTypeOf(name), $"\"{Convert.ToHexStringLower(SHA256.HashData(content))[..16]}\"");
        }
    }

    private static string ContentTypeOf(string name) => Path.GetExtension(name) switch
    {
        ".html" => "text/html; charset=utf-8",
        ".css" => "text/css; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".svg" => "image/svg+xml",
        _ => "text/plain; charset=utf-8",
    };
}
