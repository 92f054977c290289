using System.Globalization;
using EntityRes.Hosting;
using EntityRes.Resolver.Nif.Turtle;

namespace EntityRes.Resolver.Nif;

/// <summary>A NIF document in Turtle → its texts.</summary>
internal static class NifReader
{
    private const string Field = "body";

    /// <summary>Reads the contexts in the document's order.</summary>
    /// <exception cref="Grpc.Core.RpcException">INVALID_ARGUMENT: not Turtle, or no context with its string; names line or IRI.</exception>
    internal static List<NifContext> Read(string turtle)
    {
        var bySubject = Parse(turtle).ToLookup(triple => triple.Subject);
        var contexts = bySubject
            .Where(about => about.Any(triple => triple.Predicate == NifVocabulary.Type && triple.Object == RdfTerm.Iri(NifVocabulary.Context)))
            .Select(about => about.Key).ToList();
        if (contexts.Count == 0)
            throw RequestErrors.InvalidArgument(Field, "has no nif:Context");
        var spans = bySubject
            .Where(about => !contexts.Contains(about.Key))
            .SelectMany(about => about.Where(triple => triple.Predicate == NifVocabulary.ReferenceContext)
                .Select(triple => (Context: triple.Object, Span: SpanOf(about))))
            .ToLookup(given => given.Context, given => given.Span);
        return [.. contexts.Select(context => new NifContext(
            context.Kind == RdfTermKind.Iri ? context.Value : throw RequestErrors.InvalidArgument(Field, "a nif:Context has no IRI"),
            TextOf(context, bySubject[context]),
            [.. spans[context].Distinct().OrderBy(span => span.Begin).ThenBy(span => span.End)]))];
    }

    private static List<RdfTriple> Parse(string turtle)
    {
        try
        {
            return TurtleReader.Read(turtle);
        }
        catch (FormatException wrong)
        {
            throw RequestErrors.InvalidArgument(Field, $"is not Turtle: {wrong.Message}");
        }
    }

    private static string TextOf(RdfTerm context, IEnumerable<RdfTriple> about)
    {
        var strings = about.Where(triple => triple.Predicate == NifVocabulary.IsString && triple.Object.Kind == RdfTermKind.Literal).ToList();
        return strings.Count == 1
            ? strings[0].Object.Value
            : throw RequestErrors.InvalidArgument(Field, $"{context.Value} has {strings.Count} nif:isString instead of one");
    }

    private static NifSpan SpanOf(IGrouping<RdfTerm, RdfTriple> about) =>
        new(IndexOf(about, NifVocabulary.BeginIndex, "nif:beginIndex"), IndexOf(about, NifVocabulary.EndIndex, "nif:endIndex"));

    private static int IndexOf(IGrouping<RdfTerm, RdfTriple> about, string predicate, string name)
    {
        var given = about.Where(triple => triple.Predicate == predicate).Select(triple => triple.Object.Value).ToList();
        return given.Count == 1 && int.TryParse(given[0], NumberStyles.None, CultureInfo.InvariantCulture, out var index)
            ? index
            : throw RequestErrors.InvalidArgument(Field, $"{about.Key.Value} has no {name} that is a number");
    }
}
