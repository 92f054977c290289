using EntityRes.Hosting;
using EntityRes.V1;
using Grpc.Core;

namespace EntityRes.Resolver;

/// <summary>The RPCs of the resolver; documented in <c>protos/entityres/v1/resolution.proto</c>.</summary>
internal sealed class ResolutionGrpcService(
    DocumentResolver resolver, DocumentAnnotator annotator, EntityDirectory directory, ServiceOptions options)
    : ResolutionService.ResolutionServiceBase
{
    public override Task<ResolveResponse> Resolve(ResolveRequest request, ServerCallContext context) =>
        StoreErrors.AnswerAsync(() => resolver.ResolveAsync(request, context.CancellationToken));

    public override Task<AnnotateResponse> Annotate(AnnotateRequest request, ServerCallContext context) =>
        StoreErrors.AnswerAsync(() => annotator.AnnotateAsync(request, context.CancellationToken));

    public override Task StreamAnnotate(
        IAsyncStreamReader<AnnotateRequest> requests, IServerStreamWriter<StreamAnnotateResponse> responses, ServerCallContext context) =>
        StreamedDocuments.AnswerAsync(requests, responses, options.StreamInFlight, AnswerItemAsync, context.CancellationToken);

    public override Task<Entity> GetEntity(GetEntityRequest request, ServerCallContext context) =>
        StoreErrors.AnswerAsync(async () =>
            (await directory.FindAsync(_ => "id", [request.Id], request.IncludeHistory, context.CancellationToken))[0] ?? throw RequestErrors.NotFound(request.Id));

    public override Task<BatchGetEntitiesResponse> BatchGetEntities(BatchGetEntitiesRequest request, ServerCallContext context) =>
        StoreErrors.AnswerAsync(async () =>
        {
            if (request.Ids.Count > Limits.BatchIds)
                throw RequestErrors.ResourceExhausted("ids", $"has {request.Ids.Count} entries, the limit is {Limits.BatchIds}");
            var found = await directory.FindAsync(i => $"ids[{i}]", request.Ids, includeHistory: false, context.CancellationToken);
            return new BatchGetEntitiesResponse
            {
                Entities = { found.OfType<Entity>() },
                UnknownIds = { request.Ids.Where((_, i) => found[i] is null) },
            };
        });

    public override Task<SearchEntitiesResponse> SearchEntities(SearchEntitiesRequest request, ServerCallContext context) =>
        StoreErrors.AnswerAsync(() => directory.SearchAsync(request, context.CancellationToken));

    private async Task<StreamAnnotateResponse> AnswerItemAsync(AnnotateRequest request, CancellationToken cancellationToken)
    {
        var response = new StreamAnnotateResponse { DocumentId = request.Document?.Id ?? "" };
        try
        {
            response.Response = await StoreErrors.AnswerAsync(() => annotator.AnnotateAsync(request, cancellationToken));
        }
        catch (RpcException refused) when (!cancellationToken.IsCancellationRequested)
        {
            response.Error = refused.GetRpcStatus()
                ?? new Google.Rpc.Status { Code = (int)refused.StatusCode, Message = refused.Status.Detail };
        }

        return response;
    }
}
