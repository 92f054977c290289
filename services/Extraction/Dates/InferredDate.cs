using EntityRes.Text;

namespace EntityRes.Extraction.Dates;

/// <summary>The date of a document as its own text gives it away.</summary>
/// <param name="Source">How it was found.</param>
/// <param name="Value">The date; meaningful unless <paramref name="Source"/> is <see cref="DateSource.None"/>.</param>
/// <param name="Evidence">The pieces of text used, for people: <c>"Sept 04" · "Thursday" · "2022"</c>; else empty.</param>
public sealed record InferredDate(DateSource Source, PartialDate Value, string Evidence)
{
    /// <summary>No date could be inferred.</summary>
    public static InferredDate None { get; } = new(DateSource.None, default, "");
}
