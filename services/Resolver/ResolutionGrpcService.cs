using EntityRes.Hosting;
using EntityRes.V1;
using Grpc.Core;

namespace EntityRes.Resolver;

/// <summary>The RPCs of the resolver; documented in <c>protos/entityres/v1/resolution.proto</c>.</summary>
internal sealed class ResolutionGrpcService(DocumentResolver resolver, DocumentAnnotator annotator, EntityDirectory directory)
    : ResolutionService.ResolutionServiceBase
{
    public override Task<ResolveResponse> Resolve(ResolveRequest request, ServerCallContext context) =>
        StoreErrors.AnswerAsync(() => resolver.ResolveAsync(request, context.CancellationToken));

    public override Task<AnnotateResponse> Annotate(AnnotateRequest request, ServerCallContext context) =>
        StoreErrors.AnswerAsync(() => annotator.AnnotateAsync(request, context.CancellationToken));

    public override async Task StreamAnnotate(
        IAsyncStreamReader<AnnotateRequest> requests, IServerStreamWriter<StreamAnnotateResponse> responses, ServerCallContext context)
    {
        await foreach (var request in requests.ReadAllAsync(context.CancellationToken))
        {
            var response = new StreamAnnotateResponse { DocumentId = request.Document?.Id ?? "" };
            try
            {
                response.Response = await StoreErrors.AnswerAsync(() => annotator.AnnotateAsync(request, context.CancellationToken));
            }
            catch (RpcException refused) when (refused.StatusCode != StatusCode.Cancelled)
            {
                response.Error = refused.GetRpcStatus()
                    ?? new Google.Rpc.Status { Code = (int)refused.StatusCode, Message = refused.Status.Detail };
            }

            await responses.WriteAsync(response, context.CancellationToken);
        }
    }

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
}
