using System.Globalization;
using System.Text;
using EntityRes.Resolver.Nif.Turtle;

namespace EntityRes.Resolver.Nif;

/// <summary>Texts with their annotations → a NIF document in Turtle.</summary>
internal static class NifWriter
{
    /// <summary>Starts a document.</summary>
    internal static StringBuilder Begin() => new StringBuilder()
        .Append("@prefix nif: <").Append(NifVocabulary.Nif).Append("> .\n")
        .Append("@prefix itsrdf: <").Append(NifVocabulary.ItsRdf).Append("> .\n")
        .Append("@prefix xsd: <").Append(NifVocabulary.Xsd).Append("> .\n");

    /// <summary>Writes one text and its annotations.</summary>
    /// <param name="document">The document, begun.</param>
    /// <param name="context">The text.</param>
    /// <param name="annotations">Its annotations, in the order in which they are written.</param>
    internal static void Write(StringBuilder document, NifContext context, IEnumerable<NifAnnotation> annotations)
    {
        var iri = TurtleWriter.Iri(context.Iri);
        document.Append('\n').Append(iri).Append(" a nif:Context, nif:RFC5147String ;\n  nif:isString ")
            .Append(TurtleWriter.Literal(context.Text)).Append(" ;\n");
        WriteSpan(document, new NifSpan(0, context.Text.EnumerateRunes().Count()));
        document.Append(" .\n");
        // "http://…/doc#char=0,96" → "http://…/doc"
        var fragment = context.Iri.IndexOf('#', StringComparison.Ordinal);
        var stem = fragment < 0 ? context.Iri : context.Iri[..fragment];
        foreach (var annotation in annotations)
        {
            var (begin, end) = (Number(annotation.Span.Begin), Number(annotation.Span.End));
            document.Append('\n').Append(TurtleWriter.Iri($"{stem}#char={begin},{end}")).Append(" a nif:Phrase, nif:RFC5147String ;\n  nif:anchorOf ")
                .Append(TurtleWriter.Literal(annotation.Text)).Append(" ;\n");
            WriteSpan(document, annotation.Span);
            document.Append(" ;\n  nif:referenceContext ").Append(iri);
            if (annotation.EntityId.Length > 0)
            {
                document.Append(" ;\n  itsrdf:taIdentRef ").Append(TurtleWriter.Iri(IriOf(annotation.EntityId)))
                    .Append(" ;\n  itsrdf:taConfidence \"").Append(annotation.Confidence01.ToString("0.####", CultureInfo.InvariantCulture)).Append("\"^^xsd:double");
            }

            document.Append(" .\n");
        }
    }

    private static void WriteSpan(StringBuilder document, NifSpan span) => document
        .Append("  nif:beginIndex \"").Append(Number(span.Begin)).Append("\"^^xsd:nonNegativeInteger ;\n")
        .Append("  nif:endIndex \"").Append(Number(span.End)).Append("\"^^xsd:nonNegativeInteger");

    private static string IriOf(string id) =>
        id[0] == 'Q' ? NifVocabulary.Wikidata + id : NifVocabulary.Minted + Uri.EscapeDataString(id[(id.IndexOf(':', StringComparison.Ordinal) + 1)..]);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
