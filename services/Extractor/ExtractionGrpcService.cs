using EntityRes.V1;
using Grpc.Core;

namespace EntityRes.Extractor;

/// <summary>The RPCs of the extractor; documented in <c>protos/entityres/v1/extraction.proto</c>.</summary>
internal sealed class ExtractionGrpcService(DocumentExtractor extractor) : ExtractionService.ExtractionServiceBase
{
    public override Task<ExtractResponse> Extract(ExtractRequest request, ServerCallContext context) =>
        Task.FromResult(extractor.Extract(request, context.CancellationToken));

    public override async Task StreamExtract(
        IAsyncStreamReader<ExtractRequest> requests, IServerStreamWriter<StreamExtractResponse> responses, ServerCallContext context)
    {
        await foreach (var request in requests.ReadAllAsync(context.CancellationToken))
        {
            var response = new StreamExtractResponse { DocumentId = request.Document?.Id ?? "" };
            try
            {
                response.Response = extractor.Extract(request, context.CancellationToken);
            }
            catch (RpcException refused)
            {
                response.Error = refused.GetRpcStatus();
            }

            await responses.WriteAsync(response, context.CancellationToken);
        }
    }
}
