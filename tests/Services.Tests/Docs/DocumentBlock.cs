namespace EntityRes.Services.Tests.Docs;

/// <summary>A fenced block of a Markdown file.</summary>
/// <param name="File">Path from the repository's folder: <c>docs/ROLES.md</c>.</param>
/// <param name="Line">Line of its fence, counted from 1.</param>
/// <param name="Language">First word of the fence; "" = none.</param>
/// <param name="Mark">Second word of the fence, see <see cref="BlockMarks"/>; "" = none.</param>
/// <param name="Text">What stands between the fences.</param>
internal sealed record DocumentBlock(string File, int Line, string Language, string Mark, string Text)
{
    internal bool IsCommand => Language == "sh";

    /// <summary>Where it stands, for messages.</summary>
    public override string ToString() => $"{File}:{Line}";
}
