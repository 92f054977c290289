using System.Globalization;
using System.Text;
using EntityRes.Hosting;
using EntityRes.Resolution.Candidates;
using EntityRes.Resolution.CanonicalIds;
using EntityRes.Resolution.NilClusters;
using EntityRes.Resolver.Identity;
using EntityRes.Text;
using EntityRes.V1;

namespace EntityRes.Resolver;

/// <summary>Entities by id and by name, from the catalogue and from the store of minted ids.</summary>
/// <remarks>Thread-safe.</remarks>
public sealed class EntityDirectory(LiveCatalogue live, IIdentityStore store)
{
    private const int DefaultPageSize = 10;

    /// <summary>Finds the entities behind ids; an id that gave way to another answers with that.</summary>
    /// <param name="field">The request field of the ids, for messages.</param>
    /// <param name="ids">Canonical ids, or ids that were merged.</param>
    /// <param name="includeHistory">Whether to tell what was decided on and seen of them.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The entity of each id, in their order; null where nothing has the id.</returns>
    /// <exception cref="Grpc.Core.RpcException">INVALID_ARGUMENT: an id is empty or of no known form.</exception>
    /// <exception cref="StoreUnavailableException">A minted id has to be looked up and the store cannot be reached.</exception>
    public async Task<Entity?[]> FindAsync(
        Func<int, string> field, IReadOnlyList<string> ids, bool includeHistory, CancellationToken cancellationToken)
    {
        var found = await FindAsync(live.Current, field, ids, includeHistory, cancellationToken);
        if (!Array.Exists(found, entity => entity is null))
            return found;

        // Another replica may have made the id a moment ago.
        var before = live.Current.Position;
        await live.TryCatchUpAsync(cancellationToken);
        return live.Current.Position == before ? found : await FindAsync(live.Current, field, ids, includeHistory, cancellationToken);
    }

    private async Task<Entity?[]> FindAsync(
        CatalogueSnapshot snapshot, Func<int, string> field, IReadOnlyList<string> ids, bool includeHistory, CancellationToken cancellationToken)
    {
        var found = new Entity?[ids.Count];
        var minted = new List<(int Place, string Id)>();
        for (var i = 0; i < ids.Count; i++)
        {
            var id = snapshot.Ledger.Canonical(ids[i]);
            if (snapshot.Catalogue.TryFind(id, out var entity))
                found[i] = EntityMapping.ToProto(snapshot.Catalogue.Entities[entity]);
            else if (id != ids[i] && !MintedId.IsWellFormed(id))
                found[i] = new Entity { Id = id }; // of a catalogue that is not in use any more
            if (MintedId.IsWellFormed(id) && (found[i] is null || includeHistory))
                minted.Add((i, id));
            else if (found[i] is null && !IsQid(id))
                throw RequestErrors.InvalidArgument(field(i), $"{RequestErrors.Quote(id)} is not of the form Q7747 or er:0123456789abcdef");
        }

        var remembered = await FindMintedAsync([.. minted.Select(one => one.Id)], cancellationToken);
        foreach (var ((place, _), entity) in minted.Zip(remembered))
        {
            if (entity is null)
                continue;
            found[place] ??= EntityMapping.ToProto(entity);
            if (includeHistory)
                found[place]!.Evidence = EntityMapping.ToProto(entity.Evidence);
        }

        foreach (var entity in found.OfType<Entity>())
            EntityMapping.AddJudgements(entity, snapshot.Ledger, includeHistory);
        return found;
    }

    /// <summary>Finds minted entities by id, whatever was decided on them since.</summary>
    internal async Task<IReadOnlyList<MintedEntity?>> FindMintedAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken)
    {
        if (ids.Count == 0)
            return [];
        var records = await store.ReadFamiliesAsync([.. ids.Select(MintedId.FamilyOf)], cancellationToken);
        return [.. ids.Zip(records, (id, record) => MintedFamily.Of(record).Find(id))];
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
        var snapshot = live.Current;
        var hits = snapshot.Search.Search(
            request.Q, entity => wanted.Count == 0 || wanted.Contains(snapshot.Catalogue.Entities[entity].Type));
        var results = hits.Select(hit => ToProto(hit, snapshot))
            .Concat(await SearchMintedAsync(request.Q, wanted, cancellationToken))
            .DistinctBy(result => result.Entity.Id).ToList();
        var response = new SearchEntitiesResponse { Results = { results.Skip(start).Take(pageSize) } };
        if (start + pageSize < results.Count)
            response.NextPageToken = WritePageToken(request, start + pageSize);
        return response;
    }

    // Who gave way to another is found by his names and answers with the other.
    private static SearchResult ToProto(NameHit hit, CatalogueSnapshot snapshot)
    {
        var entity = snapshot.Catalogue.Entities[hit.Entity];
        var canonical = snapshot.Ledger.Canonical(entity.Id);
        if (canonical != entity.Id && snapshot.Catalogue.TryFind(canonical, out var other))
            entity = snapshot.Catalogue.Entities[other];
        var mapped = EntityMapping.ToProto(entity);
        EntityMapping.AddJudgements(mapped, snapshot.Ledger, includeHistory: false);
        return new SearchResult { Entity = mapped, Score = hit.Score01, Alias = hit.Name };
    }

    // A minted id is a function of type and name: the names of the store are found by asking for the ids they would have.
    private async Task<IEnumerable<SearchResult>> SearchMintedAsync(
        string query, HashSet<Resolution.EntityType> wanted, CancellationToken cancellationToken)
    {
        if (AliasKey.Of(query).Length == 0)
            return [];
        var families = Enum.GetValues<Resolution.EntityType>()
            .Where(type => wanted.Count == 0 || wanted.Contains(type))
            .Select(type => MintedId.FamilyOf(NilName.IdOf(type, query))).ToList();
        var records = await store.ReadFamiliesAsync(families, cancellationToken);
        var members = records.SelectMany(record => MintedFamily.Of(record).Members)
            .Where(member => AliasKey.Of(member.Name) == AliasKey.Of(NilName.Bare(query, member.Type)))
            .OrderBy(member => member.Id, StringComparer.Ordinal).ToList();
        var found = await FindAsync(_ => "q", [.. members.Select(member => member.Id)], includeHistory: false, cancellationToken);
        return members.Zip(found).Where(pair => pair.Second is not null).Select(pair => new SearchResult
        {
            Entity = pair.Second,
            Score = pair.First.Name == query ? 1f : 0.95f,
            Alias = pair.First.Name,
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

    /// <summary>Whether a text has the form of a QID.</summary>
    internal static bool IsQid(string id) =>
        id.Length is > 1 and < 16 && id[0] == 'Q' && !id.AsSpan(1).ContainsAnyExceptInRange('0', '9');
}
