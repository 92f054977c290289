using Markdig;
using Markdig.Syntax;

namespace EntityRes.Services.Tests.Docs;

/// <summary>The documents whose blocks are tested, and their blocks.</summary>
internal static class MarkdownFiles
{
    /// <summary>README.md and docs/*.md, as paths from the repository's folder.</summary>
    internal static IReadOnlyList<string> All { get; } =
    [
        "README.md",
        .. Directory.GetFiles(RepositoryRoot.PathOf("docs"), "*.md").Select(path => $"docs/{Path.GetFileName(path)}").Order(StringComparer.Ordinal),
    ];

    internal static string TextOf(string file) => File.ReadAllText(RepositoryRoot.PathOf(file.Split('/')));

    /// <summary>The fenced blocks in the order of the document.</summary>
    internal static IReadOnlyList<DocumentBlock> BlocksOf(string file) =>
    [
        .. Markdown.Parse(TextOf(file)).Descendants<CodeBlock>().Select(block =>
        {
            var fence = block as FencedCodeBlock;
            return new DocumentBlock(file, block.Line + 1, fence?.Info ?? "", fence?.Arguments ?? "", block.Lines.ToString());
        }),
    ];
}
