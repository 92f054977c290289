using EntityRes.Text;

namespace EntityRes.Evaluation.Linking;

/// <summary>One annotation of a document; a label may have children, which are other ways to annotate the same words.</summary>
/// <param name="Id">Its number in the document.</param>
/// <param name="Span">UTF-16 code units.</param>
/// <param name="Target">A Wikidata id, <see cref="Nil"/>, or what stands for a date or a quantity.</param>
/// <param name="Type">Type, or types parted by "|".</param>
/// <param name="Kind">How it refers.</param>
/// <param name="IsRequired">Whether missing it is an error.</param>
/// <param name="Parent">Number of the label it is an alternative to; null for none.</param>
/// <param name="Children">Numbers of its alternatives.</param>
internal sealed record LinkingLabel(
    int Id, TextSpan Span, string Target, string Type, LinkedKind Kind, bool IsRequired, int? Parent, IReadOnlyList<int> Children)
{
    /// <summary>Not in the knowledge base.</summary>
    internal const string Nil = "<NIL>";

    private const string NoMapping = "<NO_MAPPING>";

    /// <summary>Whether a target means "not in the knowledge base".</summary>
    internal static bool IsNil(string target) => target is Nil or NoMapping;

    /// <summary>Whether the label is a date or a quantity, which nothing needs to link.</summary>
    internal bool IsLiteral => Type.Split('|') is var types && (types.Contains("DATETIME") || types.Contains("QUANTITY"));

    /// <summary>Whether there is an entity to link to.</summary>
    internal bool IsKnown => !IsNil(Target) && !IsLiteral;
}
