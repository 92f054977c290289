namespace EntityRes.Extraction.Dates;

/// <summary>How a document date was found.</summary>
public enum DateSource : byte
{
    /// <summary>It was not.</summary>
    None,

    /// <summary>A dateline or date line that states day, month and year.</summary>
    Dateline,

    /// <summary>A dateline without year, completed from the weekday and the years the text mentions.</summary>
    Inferred,
}
