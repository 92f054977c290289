using EntityRes.Text;

namespace EntityRes.Extraction.Dates;

/// <summary>
/// Finds the date of a document in its own text: stated in a dateline or date line, or day and month stated there and the year
/// worked out from the weekdays and years that the text mentions.
/// </summary>
/// <remarks>Never reads the clock, never guesses between years that fit equally. O(length). Thread-safe.</remarks>
public static class DocumentDateFinder
{
    /// <summary>Finds the date, or <see cref="InferredDate.None"/>.</summary>
    public static InferredDate Find(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (DatelineFinder.Find(text) is not { } stated)
            return InferredDate.None;
        if (stated.Year == 0)
            return YearInference.Complete(text, stated);
        return new InferredDate(DateSource.Dateline, new PartialDate(stated.Year, stated.Month, stated.Day), stated.Span);
    }
}
