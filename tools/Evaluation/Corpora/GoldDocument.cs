using EntityRes.Extraction;

namespace EntityRes.Evaluation.Corpora;

/// <summary>An annotated document.</summary>
/// <param name="Id">Its id within the set.</param>
/// <param name="Text">The text.</param>
/// <param name="Spans">Named mentions, ascending, not nested.</param>
/// <param name="Annotated">The types the set annotates; tokens outside mentions may be of any other type.</param>
internal sealed record GoldDocument(string Id, string Text, IReadOnlyList<GoldSpan> Spans, IReadOnlySet<MentionType> Annotated)
{
    public static readonly IReadOnlySet<MentionType> AllTypes = Enum.GetValues<MentionType>().ToHashSet();
}
