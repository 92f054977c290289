using System.Globalization;

namespace EntityRes.Cli.Load;

/// <summary>Figures as rows of a Markdown table.</summary>
internal static class LoadTable
{
    internal const string Head =
        "| call | request, answer bytes | requests/s | p50 ms | p90 ms | p99 ms | p99.9 ms | max ms | errors | of echo's requests/s |\n" +
        "|---|---|---|---|---|---|---|---|---|---|";

    /// <summary>One row.</summary>
    /// <param name="name">The call.</param>
    /// <param name="requestBytes">Size of a request.</param>
    /// <param name="answerBytes">Size of an answer.</param>
    /// <param name="figures">What was measured.</param>
    /// <param name="echo">The echo of the same sizes, null where there is none.</param>
    internal static string Row(string name, int requestBytes, int answerBytes, LoadFigures figures, LoadFigures? echo)
    {
        var errors = figures.Errors.Count == 0
            ? "0"
            : string.Join(", ", figures.Errors.OrderBy(error => error.Key, StringComparer.Ordinal).Select(error => $"{error.Key} {error.Value}"));
        var ratio = echo is { PerSecond: > 0 }
            ? (figures.PerSecond / echo.PerSecond).ToString("0.00", CultureInfo.InvariantCulture)
            : "";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"| {name} | {requestBytes}, {answerBytes} | {figures.PerSecond:#,0} | {figures.Milliseconds(50):0.00} | " +
            $"{figures.Milliseconds(90):0.00} | {figures.Milliseconds(99):0.00} | {figures.Milliseconds(99.9):0.00} | " +
            $"{figures.Milliseconds(100):0.00} | {errors} | {ratio} |");
    }
}
