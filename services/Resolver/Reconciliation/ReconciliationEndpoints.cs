using System.Text.Json.Nodes;
using EntityRes.Hosting;
using EntityRes.Hosting.Json;
using EntityRes.V1;

namespace EntityRes.Resolver.Reconciliation;

/// <summary>The W3C Reconciliation Service API, version 0.2, over the search by name: what OpenRefine speaks.</summary>
internal static class ReconciliationEndpoints
{
    private const string Route = "/reconcile";
    private const string QueriesField = "queries";

    internal static void MapReconciliation(this WebApplication app)
    {
        var origins = (app.Configuration.Get<ResolverOptions>() ?? new ResolverOptions()).ReconcileOrigins
            .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var routes = app.MapGroup(Route).WithMetadata(LimitedRoute.Mark).AddEndpointFilter<TypedErrors>().AddEndpointFilter((context, next) =>
        {
            AllowOrigin(context.HttpContext, origins);
            return next(context);
        });
        routes.MapGet("", (HttpContext context, EntityDirectory directory) => context.Request.Query.TryGetValue(QueriesField, out var queries)
            ? AnswerAsync(queries.ToString(), directory, context.RequestAborted)
            : Task.FromResult(ReconciliationManifest.At($"{context.Request.Scheme}://{context.Request.Host}").ToAnswer()));
        routes.MapPost("", async (HttpContext context, EntityDirectory directory) =>
            await AnswerAsync(await ReadFormAsync(context.Request), directory, context.RequestAborted));
        routes.MapGet("/suggest/entity", async (string? prefix, EntityDirectory directory, CancellationToken cancellationToken) =>
            new JsonObject { ["result"] = ReconciliationCandidates.SuggestionsOf(await SearchAsync(prefix, directory, cancellationToken)) }.ToAnswer());
        routes.MapGet("/suggest/type", (string? prefix) => new JsonObject
        {
            ["result"] = ReconciliationTypes.All.Where(type => type.Name.StartsWith(prefix ?? "", StringComparison.OrdinalIgnoreCase))
                .Select(type => type.ToJson()).ToJsonArray(),
        }.ToAnswer());
        routes.MapGet("/preview", PreviewAsync);
    }

    private static async Task<IResult> AnswerAsync(string json, EntityDirectory directory, CancellationToken cancellationToken)
    {
        var answers = new JsonObject();
        foreach (var query in ReconciliationQuery.ReadBatch(json))
        {
            var found = await directory.SearchAsync(query.Search, cancellationToken);
            answers[query.Key] = new JsonObject { ["result"] = ReconciliationCandidates.Of(found.Results) };
        }

        return answers.ToAnswer();
    }

    private static async Task<IReadOnlyList<SearchResult>> SearchAsync(string? prefix, EntityDirectory directory, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(prefix))
            throw RequestErrors.InvalidArgument("prefix", "is required");
        if (System.Text.Encoding.UTF8.GetByteCount(prefix) > Limits.NameBytes)
            throw RequestErrors.ResourceExhausted("prefix", $"is over {Limits.NameBytes} bytes of UTF-8");
        return (await directory.SearchAsync(new SearchEntitiesRequest { Q = prefix }, cancellationToken)).Results;
    }

    private static async Task<IResult> PreviewAsync(HttpContext context, EntityDirectory directory)
    {
        var id = context.Request.Query["id"].ToString();
        var entity = (await directory.FindAsync(_ => "id", [id], includeHistory: false, context.RequestAborted))[0] ?? throw RequestErrors.NotFound(id);
        context.Response.Headers.ContentSecurityPolicy = EntityPreview.Policy;
        context.Response.Headers.XContentTypeOptions = "nosniff";
        return Results.Text(EntityPreview.Of(entity), "text/html; charset=utf-8");
    }

    private static async Task<string> ReadFormAsync(HttpRequest request)
    {
        if (!request.HasFormContentType)
            throw RequestErrors.InvalidArgument("content-type", "is not application/x-www-form-urlencoded");
        try
        {
            var form = await request.ReadFormAsync(request.HttpContext.RequestAborted);
            return form.TryGetValue(QueriesField, out var queries)
                ? queries.ToString()
                : throw RequestErrors.InvalidArgument(QueriesField, "is required");
        }
        catch (InvalidDataException tooLarge)
        {
            throw RequestErrors.ResourceExhausted(QueriesField, tooLarge.Message);
        }
    }

    // Suggestions are asked for by the page in the browser; a page from elsewhere must not read what this service knows.
    private static void AllowOrigin(HttpContext context, HashSet<string> origins)
    {
        context.Response.Headers.Vary = "Origin";
        var origin = context.Request.Headers.Origin.ToString();
        if (origins.Contains(origin))
            context.Response.Headers.AccessControlAllowOrigin = origin;
    }
}
