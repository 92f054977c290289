namespace EntityRes.Resolver.Nif.Turtle;

/// <summary>What a term is.</summary>
internal enum RdfTermKind
{
    Iri,
    BlankNode,
    Literal,
}

/// <summary>A term of a triple.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Value">The IRI, the label of the blank node, or the lexical form of the literal.</param>
/// <param name="Datatype">IRI of a literal's datatype; "" when it has none.</param>
/// <param name="Language">Language tag of a literal; "" when it has none.</param>
internal readonly record struct RdfTerm(RdfTermKind Kind, string Value, string Datatype = "", string Language = "")
{
    internal static RdfTerm Iri(string iri) => new(RdfTermKind.Iri, iri);

    internal static RdfTerm Blank(string label) => new(RdfTermKind.BlankNode, label);

    internal static RdfTerm Literal(string value, string datatype = "", string language = "") =>
        new(RdfTermKind.Literal, value, datatype, language);
}
