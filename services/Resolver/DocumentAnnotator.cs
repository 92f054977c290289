using EntityRes.V1;

namespace EntityRes.Resolver;

/// <summary>Asks an extractor for the mentions of one document.</summary>
/// <param name="request">The document.</param>
/// <param name="cancellationToken">Ends the work.</param>
public delegate Task<ExtractResponse> Extract(ExtractRequest request, CancellationToken cancellationToken);

/// <summary>Annotate request → annotate response: extract, then resolve.</summary>
/// <param name="extract">The extractor: over gRPC in the service, in process on the command line.</param>
/// <param name="resolver">The resolver.</param>
/// <remarks>Thread-safe.</remarks>
public sealed class DocumentAnnotator(Extract extract, DocumentResolver resolver)
{
    /// <summary>Answers one request.</summary>
    /// <exception cref="Grpc.Core.RpcException">The request is not valid or over a limit, or the extractor refuses it.</exception>
    /// <exception cref="Resolution.CanonicalIds.StoreUnavailableException">
    /// Ids would have to be minted and the store cannot be reached.
    /// </exception>
    public async Task<AnnotateResponse> AnnotateAsync(AnnotateRequest request, CancellationToken cancellationToken)
    {
        var options = ResolveOptionsReader.Read(request.Options);
        var extracted = await extract(
            new ExtractRequest
            {
                Document = request.Document,
                OffsetEncoding = request.OffsetEncoding,
                Kinds = { options.Kinds },
            },
            cancellationToken);
        var resolved = await resolver.ResolveAsync(
            new ResolveRequest
            {
                Document = new Document
                {
                    Id = extracted.DocumentId,
                    Text = request.Document.Text,
                    DocumentDate = extracted.DocumentDate.Value,
                },
                OffsetEncoding = request.OffsetEncoding,
                Mentions = { extracted.Mentions },
                Chains = { extracted.Chains },
                Options = options,
            },
            cancellationToken);
        return Compose(extracted, resolved);
    }

    private static AnnotateResponse Compose(ExtractResponse extracted, ResolveResponse resolved)
    {
        var response = new AnnotateResponse
        {
            DocumentId = extracted.DocumentId,
            DocumentDate = extracted.DocumentDate,
            Versions = new Versions
            {
                Model = extracted.Versions.Model,
                Catalogue = resolved.Versions.Catalogue,
                Build = resolved.Versions.Build,
            },
        };
        response.Mentions.AddRange(extracted.Mentions);
        response.Chains.AddRange(resolved.Chains);
        response.Resolutions.AddRange(resolved.Resolutions);
        response.Entities.AddRange(resolved.Entities);
        response.Warnings.AddRange(extracted.Warnings);
        response.Warnings.AddRange(resolved.Warnings);
        return response;
    }
}
