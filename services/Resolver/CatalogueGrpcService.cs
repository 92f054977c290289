using EntityRes.Hosting;
using EntityRes.Resolver.Identity;
using EntityRes.V1;
using Grpc.Core;

namespace EntityRes.Resolver;

/// <summary>The RPCs that change the shared state; documented in <c>protos/entityres/v1/catalogue.proto</c>.</summary>
internal sealed class CatalogueGrpcService(CatalogueEditor editor, ChangeFeed feed, IHostApplicationLifetime lifetime) : CatalogueService.CatalogueServiceBase
{
    public override Task<Entity> UpsertEntity(UpsertEntityRequest request, ServerCallContext context) =>
        StoreErrors.AnswerAsync(() => editor.UpsertEntityAsync(request, context.CancellationToken));

    public override Task<Entity> AddAlias(AddAliasRequest request, ServerCallContext context) =>
        StoreErrors.AnswerAsync(() => editor.AddAliasAsync(request, context.CancellationToken));

    public override Task<Tenure> UpsertTenure(UpsertTenureRequest request, ServerCallContext context) =>
        StoreErrors.AnswerAsync(() => editor.UpsertTenureAsync(request, context.CancellationToken));

    public override Task<Entity> MergeEntities(MergeEntitiesRequest request, ServerCallContext context) =>
        StoreErrors.AnswerAsync(() => editor.MergeAsync(request, context.CancellationToken));

    public override Task<SplitEntityResponse> SplitEntity(SplitEntityRequest request, ServerCallContext context) =>
        StoreErrors.AnswerAsync(() => editor.SplitAsync(request, context.CancellationToken));

    public override Task<Judgement> AssertSame(AssertRequest request, ServerCallContext context) =>
        StoreErrors.AnswerAsync(() => editor.JudgeAsync(request, isSame: true, context.CancellationToken));

    public override Task<Judgement> AssertDifferent(AssertRequest request, ServerCallContext context) =>
        StoreErrors.AnswerAsync(() => editor.JudgeAsync(request, isSame: false, context.CancellationToken));

    public override Task WatchChanges(WatchChangesRequest request, IServerStreamWriter<Change> responses, ServerCallContext context) =>
        StoreErrors.AnswerAsync(async () =>
        {
            // A watch never ends by itself: a service that is to stop ends it, and the caller resumes elsewhere.
            using var ends = CancellationTokenSource.CreateLinkedTokenSource(context.CancellationToken, lifetime.ApplicationStopping);
            try
            {
                await foreach (var change in feed.WatchAsync(request.Cursor, ends.Token))
                    await responses.WriteAsync(change, ends.Token);
            }
            catch (OperationCanceledException) when (lifetime.ApplicationStopping.IsCancellationRequested)
            {
                throw RequestErrors.Unavailable("SERVICE_STOPS", "the service stops: resume from the last cursor");
            }

            return true;
        });
}
