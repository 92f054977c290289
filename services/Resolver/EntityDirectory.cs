using System.Globalization;
using System.Text;
using EntityRes.Hosting;
using EntityRes.Resolution.Candidates;
using EntityRes.Resolution.CanonicalIds;
using EntityRes.Resolution.Catalogue;
using EntityRes.Text;
using EntityRes.V1;

namespace EntityRes.Resolver;

/// <summary>Entities by id and by name, from the catalogue and from the store of minted ids.</summary>
/// <remarks>Thread-safe.</remarks>
public sealed class EntityDirectory(EntityCatalogue catalogue, NameSearch search, ICanonicalIdStore store)
{
    private const int DefaultPageSize = 10;

    /// <summary>Finds the entities behind ids.</summary>
    /// <param name="field">The request field of the ids, for messages.</param>
    /// <param name="ids">Canonical ids.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The entity of each id, in their order; null where nothing has the id.</returns>
    /// <exception cref="Grpc.Core.RpcException">INVALID_ARGUMENT: an id is empty or of no known form.</exception>
    /// <exception cref="StoreUnavailableException">A minted id has to be looked up and the store cannot be reached.</exception>
    public async Task<Entity?[]> FindAsync(Func<int, string> field, IReadOnlyList<string> ids, CancellationToken cancellationToken)
    {
        var found = new Entity?[ids.Count];
        var minted = new List<int>();
        for (var i = 0; i < ids.Count; i++)
        {
            if (catalogue.TryFind(ids[i], out var entity))
                found[i] = EntityMapping.ToProto(catalogue.Entities[entity]);
            else if (MintedId.IsWellFormed(ids[i]))
                minted.Add(i);
            else if (!IsQid(ids[i]))
                throw RequestErrors.InvalidArgument(field(i), $"{RequestErrors.Quote(ids[i])} is not of the form Q7747 or er:0123456789abcdef");
        }

        if (minted.Count == 0)
            return found;
        var remembered = await store.FindAsync([.. minted.Select(i => ids[i])], cancellationToken);
        for (var j = 0; j < minted.Count; j++)
            found[minted[j]] = remembered[j] is { } entity ? EntityMapping.ToProto(entity) : null;
        return found;
    }

    /// <summary>Answers one page of a search.</summary>
    /// <exception cref="Grpc.Core.RpcException">INVALID_ARGUMENT or RESOURCE_EXHAUSTED, naming the field.</exception>
    public async Task<SearchEntitiesResponse> SearchAsync(SearchEntitiesRequest request, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(request.Q))
            throw RequestErrors.InvalidArgument("q", "is required");
        if (Encoding.UTF8.GetByteCount(request.Q) > Limits.NameBytes)
            throw RequestErrors.ResourceExhausted("q", $"is over {Limits.NameBytes} bytes of UTF-8");
        if (request.PageSize is < 0 or > Limits.PageSize)
            throw RequestErrors.InvalidArgument("page_size", $"{request.PageSize} is not from 0 to {Limits.PageSize}");
        for (var i = 0; i < request.Types_.Count; i++)
        {
            if (!Enum.IsDefined((Resolution.EntityType)request.Types_[i]))
                throw RequestErrors.InvalidArgument($"types[{i}]", $"{(int)request.Types_[i]} is no EntityType");
        }

        var start = ReadPageToken(request);
        var pageSize = request.PageSize == 0 ? DefaultPageSize : request.PageSize;
        var wanted = request.Types_.Select(type => (Resolution.EntityType)type).ToHashSet();
        var hits = search.Search(request.Q, entity => wanted.Count == 0 || wanted.Contains(catalogue.Entities[entity].Type));
        var results = hits.Select(ToProto).Concat(await SearchMintedAsync(request.Q, wanted, cancellationToken)).ToList();
        var response = new SearchEntitiesResponse { Results = { results.Skip(start).Take(pageSize) } };
        if (start + pageSize < results.Count)
            response.NextPageToken = WritePageToken(request, start + pageSize);
        return response;
    }

    private SearchResult ToProto(NameHit hit) => new()
    {
        Entity = EntityMapping.ToProto(catalogue.Entities[hit.Entity]),
        Score = hit.Score01,
        Alias = hit.Name,
    };

    // A minted id is a function of type and name: the names of the store are found by asking for the ids they would have.
    private async Task<IEnumerable<SearchResult>> SearchMintedAsync(
        string query, HashSet<Resolution.EntityType> wanted, CancellationToken cancellationToken)
    {
        if (AliasKey.Of(query).Length == 0)
            return [];
        var ids = Enum.GetValues<Resolution.EntityType>()
            .Where(type => wanted.Count == 0 || wanted.Contains(type))
            .Select(type => MintedId.Of(type, query))
            .Where(id => !catalogue.TryFind(id, out _)).ToList();
        var found = await store.FindAsync(ids, cancellationToken);
        return found.OfType<MintedEntity>().OrderBy(entity => entity.Id, StringComparer.Ordinal).Select(entity => new SearchResult
        {
            Entity = EntityMapping.ToProto(entity),
            Score = entity.Name == query ? 1f : 0.95f,
            Alias = entity.Name,
        });
    }

    // "<start>.<hash of the query>": a token of another search is refused instead of answered with the wrong page.
    private static string WritePageToken(SearchEntitiesRequest request, int start) =>
        string.Create(CultureInfo.InvariantCulture, $"{start}.{HashOf(request):x16}");

    private static int ReadPageToken(SearchEntitiesRequest request)
    {
        if (request.PageToken.Length == 0)
            return 0;
        var dot = request.PageToken.IndexOf('.', StringComparison.Ordinal);
        if (dot > 0 && int.TryParse(request.PageToken.AsSpan(0, dot), NumberStyles.None, CultureInfo.InvariantCulture, out var start)
            && request.PageToken == WritePageToken(request, start))
            return start;
        throw RequestErrors.InvalidArgument("page_token", "is not a token of this search");
    }

    private static ulong HashOf(SearchEntitiesRequest request) =>
        StableHash.Of(request.Q, request.Types_.Aggregate(0UL, (hash, type) => StableHash.Combine(hash, (ulong)type)));

    private static bool IsQid(string id) =>
        id.Length is > 1 and < 16 && id[0] == 'Q' && !id.AsSpan(1).ContainsAnyExceptInRange('0', '9');
}
