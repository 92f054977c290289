using EntityRes.Hosting;
using EntityRes.V1;
using Grpc.Core;

namespace EntityRes.Extractor;

/// <summary>The RPCs of the extractor; documented in <c>protos/entityres/v1/extraction.proto</c>.</summary>
internal sealed class ExtractionGrpcService(DocumentExtractor extractor, ServiceOptions options) : ExtractionService.ExtractionServiceBase
{
    public override Task<ExtractResponse> Extract(ExtractRequest request, ServerCallContext context) =>
        Task.FromResult(extractor.Extract(request, context.CancellationToken));

    public override Task StreamExtract(
        IAsyncStreamReader<ExtractRequest> requests, IServerStreamWriter<StreamExtractResponse> responses, ServerCallContext context) =>
        StreamedDocuments.AnswerAsync(requests, responses, options.StreamInFlight, AnswerAsync, context.CancellationToken);

    private Task<StreamExtractResponse> AnswerAsync(ExtractRequest request, CancellationToken cancellationToken)
    {
        var response = new StreamExtractResponse { DocumentId = request.Document?.Id ?? "" };
        try
        {
            response.Response = extractor.Extract(request, cancellationToken);
        }
        catch (RpcException refused)
        {
            response.Error = refused.GetRpcStatus();
        }

        return Task.FromResult(response);
    }
}
