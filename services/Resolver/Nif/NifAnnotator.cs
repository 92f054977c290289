using EntityRes.Hosting;
using EntityRes.Text;
using EntityRes.V1;

namespace EntityRes.Resolver.Nif;

/// <summary>Annotates the texts of NIF documents. Nothing is minted: an evaluation leaves no trace.</summary>
internal sealed class NifAnnotator(DocumentAnnotator annotator, DocumentResolver resolver)
{
    /// <summary>Finds and links, or links the spans that the context gives.</summary>
    /// <param name="context">The text.</param>
    /// <param name="date">Document date as in <see cref="Document"/>; "" = inferred.</param>
    /// <param name="kinds">Kinds of mentions to find; of no meaning when spans are given.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="Grpc.Core.RpcException">As Annotate.</exception>
    internal async Task<IEnumerable<NifAnnotation>> AnnotateAsync(
        NifContext context, string date, IEnumerable<MentionKind> kinds, CancellationToken cancellationToken)
    {
        var request = new AnnotateRequest
        {
            Document = new Document { Id = context.Iri, Text = context.Text, DocumentDate = date },
            OffsetEncoding = OffsetEncoding.Utf32,
            Options = new ResolveOptions { Mint = false, Kinds = { context.Spans.Count > 0 ? [] : kinds } },
        };
        if (context.Spans.Count > Limits.Mentions)
            throw RequestErrors.ResourceExhausted("body", $"{context.Iri} has {context.Spans.Count} spans, the limit is {Limits.Mentions}");
        var response = await annotator.AnnotateAsync(request, cancellationToken);
        var found = response.Mentions.Select(mention => Annotate(mention, response.Resolutions[mention.Chain]));
        return context.Spans.Count == 0 ? found : await LinkGivenAsync(context, response, cancellationToken);
    }

    // A given span that the extractor finds too keeps its chain, which knows more than the name alone; any other is linked by name.
    private async Task<IEnumerable<NifAnnotation>> LinkGivenAsync(
        NifContext context, AnnotateResponse response, CancellationToken cancellationToken)
    {
        var found = response.Mentions.ToLookup(mention => new NifSpan(mention.Start, mention.End));
        var linked = context.Spans.Where(found.Contains)
            .Select(span => Annotate(found[span].First(), response.Resolutions[found[span].First().Chain]));
        var offsets = new OffsetMap(context.Text, OffsetUnit.CodePoint);
        var others = context.Spans.Where(span => !found.Contains(span)).Select(span => Mention(span, context, offsets, response)).ToList();
        if (others.Count == 0)
            return linked;
        var resolved = await resolver.ResolveAsync(
            new ResolveRequest
            {
                Document = new Document { Id = context.Iri, DocumentDate = response.DocumentDate.Value },
                Mentions = { others },
                Options = new ResolveOptions { Mint = false },
            },
            cancellationToken);
        return linked
            .Concat(resolved.Chains.Select((chain, i) => Annotate(others[chain.Mentions[0]], resolved.Resolutions[i])))
            .OrderBy(annotation => annotation.Span.Begin).ThenBy(annotation => annotation.Span.End);
    }

    private static NifAnnotation Annotate(Mention mention, V1.Resolution resolution) =>
        new(new NifSpan(mention.Start, mention.End), mention.Text, resolution.EntityId, resolution.Confidence);

    // The type is that of a mention which the span overlaps, if there is one.
    private static Mention Mention(NifSpan span, NifContext context, OffsetMap offsets, AnnotateResponse response)
    {
        if (!offsets.TryToUtf16(span.Begin, out var start) || !offsets.TryToUtf16(span.End, out var end) || start >= end)
            throw RequestErrors.InvalidArgument("body", $"{context.Iri} has a span from {span.Begin} to {span.End}, which is outside its text or empty");
        var beside = response.Mentions.FirstOrDefault(mention => mention.Start < span.End && span.Begin < mention.End && mention.Kind == MentionKind.Named);
        return new Mention
        {
            Start = span.Begin,
            End = span.End,
            Text = context.Text[start..end],
            Kind = MentionKind.Named,
            Type = beside?.Type ?? EntityType.Other,
        };
    }
}
