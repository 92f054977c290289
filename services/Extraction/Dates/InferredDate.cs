using EntityRes.Text;

namespace EntityRes.Extraction.Dates;

/// <summary>The date of a document as its own text gives it away.</summary>
/// <param name="Source">How it was found.</param>
/// <param name="Value">The date; meaningful unless <paramref name="Source"/> is <see cref="DateSource.None"/>.</param>
/// <param name="Dateline">The words of the text that state it; empty when there are none.</param>
/// <param name="Weekday">The weekday that it was completed with; else empty.</param>
/// <param name="PastYear">The latest past year mentioned, that it was completed with; else empty.</param>
public readonly record struct InferredDate(
    DateSource Source, PartialDate Value, TextSpan Dateline, TextSpan Weekday = default, TextSpan PastYear = default)
{
    /// <summary>No date could be inferred.</summary>
    public static InferredDate None => default;

    /// <summary>The pieces of text used, for people: <c>"Sept 04" · "Thursday" · "2022"</c>; else empty.</summary>
    /// <param name="text">The document.</param>
    public string EvidenceIn(string text) => Source switch
    {
        DateSource.None => "",
        DateSource.Dateline => Quote(Dateline, text),
        _ => $"{Quote(Dateline, text)} · {Quote(Weekday, text)} · {Quote(PastYear, text)}",
    };

    private static string Quote(TextSpan words, string text) => $"\"{words.Of(text)}\"";
}
