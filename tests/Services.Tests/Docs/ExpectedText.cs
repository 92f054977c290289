using System.Text.RegularExpressions;

namespace EntityRes.Services.Tests.Docs;

/// <summary>Output as a document shows it: a line <c>…</c> stands for any lines, <c>…</c> inside a line for any characters.</summary>
internal static class ExpectedText
{
    private const string Ellipsis = "…";

    /// <summary>Whether the actual output is what is shown; several blanks count as one, those at line ends as none.</summary>
    internal static bool Fits(string shown, string actual)
    {
        var lines = LinesOf(shown).Select(line => line.Trim() == Ellipsis ? @"(?:.*\n)*?" : Pattern(line) + @"\n");
        return Regex.IsMatch(string.Concat(LinesOf(actual).Select(line => line + "\n")), $@"\A{string.Concat(lines)}\z");
    }

    /// <summary>Whether one string is what is shown.</summary>
    internal static bool FitsLine(string shown, string actual) => Regex.IsMatch(actual, $@"\A{Pattern(shown)}\z", RegexOptions.Singleline);

    private static string Pattern(string shown) => string.Join(".*?", shown.Split(Ellipsis).Select(Regex.Escape));

    private static IEnumerable<string> LinesOf(string text) => text.TrimEnd().Split('\n').Select(line => Regex.Replace(line.TrimEnd(), " +", " "));
}
