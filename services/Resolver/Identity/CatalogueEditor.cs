using EntityRes.Hosting;
using EntityRes.Resolution.CanonicalIds;
using EntityRes.Resolution.Catalogue;
using EntityRes.Resolution.Ledger;
using EntityRes.Resolution.NilClusters;
using EntityRes.Resolution.Roles;
using EntityRes.Text;
using EntityRes.V1;
using Google.Protobuf.WellKnownTypes;

namespace EntityRes.Resolver.Identity;

/// <summary>Requests that change the shared state → entries of the ledger.</summary>
/// <remarks>Thread-safe. Methods throw what <see cref="LiveCatalogue.AppendAsync"/> throws, and RpcException naming the field.</remarks>
public sealed class CatalogueEditor(LiveCatalogue live, EntityDirectory directory, TimeProvider clock)
{
    private const int FewestSuccessors = 2;
    private const int FirstOrdinalOfSplits = 0x1000; // entities of one name that contexts keep apart count from 1

    /// <summary>Creates an entity or replaces its own fields.</summary>
    public async Task<Entity> UpsertEntityAsync(UpsertEntityRequest request, CancellationToken cancellationToken)
    {
        EditRequests.CheckAuthor(request.Author);
        var given = EditRequests.CheckEntity(request.Entity);
        var id = given.Id.Length == 0 ? NilName.IdOf((Resolution.EntityType)given.Type, given.Name) : given.Id;
        if (given.Id.Length > 0 && MintedId.IsWellFormed(given.Id))
            await FindKnownAsync("entity.id", given.Id, cancellationToken);
        var promoted = given.ExternalIds.GetValueOrDefault(EntityMapping.Wikidata, id);
        if (promoted != id && !MintedId.IsWellFormed(id))
            throw RequestErrors.InvalidArgument("entity.external_ids", $"'{id}' already is a Wikidata item, not '{promoted}'");
        await AppendAsync(
            snapshot => Entry(LedgerEntryKind.Upserted, [snapshot.Ledger.Canonical(promoted)], request.Author) with
            {
                Entities = [EditRequests.ToOwn(given, snapshot.Ledger.Canonical(promoted))],
            },
            cancellationToken);
        if (promoted != id && await IsKnownAsync(id, cancellationToken))
            await AppendAsync(_ => Entry(LedgerEntryKind.Merged, [id, promoted], request.Author), cancellationToken);
        return await FindKnownAsync("entity.id", promoted, cancellationToken);
    }

    /// <summary>Adds a name.</summary>
    public async Task<Entity> AddAliasAsync(AddAliasRequest request, CancellationToken cancellationToken)
    {
        EditRequests.CheckAuthor(request.Author);
        EditRequests.CheckName("alias", request.Alias);
        var entity = await FindKnownAsync("id", request.Id, cancellationToken);
        await AdoptAsync(entity, request.Author, cancellationToken);
        await AppendAsync(
            _ => Entry(LedgerEntryKind.AliasAdded, [entity.Id], request.Author) with { Alias = request.Alias }, cancellationToken);
        return await FindKnownAsync("id", entity.Id, cancellationToken);
    }

    /// <summary>Records a tenure.</summary>
    public async Task<V1.Tenure> UpsertTenureAsync(UpsertTenureRequest request, CancellationToken cancellationToken)
    {
        EditRequests.CheckAuthor(request.Author);
        var tenure = EditRequests.CheckTenure(request.Tenure);
        if (!OfficeNaming.IsKnown(live.Current.Catalogue, tenure.Office))
        {
            throw RequestErrors.InvalidArgument(
                "tenure.office", $"'{tenure.Office}' is neither an office of the catalogue nor a known role of a known entity");
        }

        var holder = await FindKnownAsync("tenure.holder", tenure.Holder, cancellationToken);
        if (holder.Type != EntityType.Person)
            throw RequestErrors.InvalidArgument("tenure.holder", $"'{holder.Id}' is no person");
        await AdoptAsync(holder, request.Author, cancellationToken);
        var entry = await AppendAsync(
            _ => Entry(LedgerEntryKind.TenureUpserted, [holder.Id], request.Author) with
            {
                Tenure = new OwnTenure(tenure.Office, holder.Id, tenure.Start, tenure.End),
            },
            cancellationToken);
        return new V1.Tenure { Office = tenure.Office, Holder = entry.Tenure!.Holder, Start = tenure.Start, End = tenure.End };
    }

    /// <summary>Declares one entity to be another.</summary>
    public async Task<Entity> MergeAsync(MergeEntitiesRequest request, CancellationToken cancellationToken)
    {
        EditRequests.CheckAuthor(request.Author);
        EditRequests.CheckReason(request.Reason);
        await FindKnownAsync("id", request.Id, cancellationToken);
        await FindKnownAsync("into", request.Into, cancellationToken);
        if (request.Id == request.Into)
            throw RequestErrors.InvalidArgument("into", "is the entity itself");
        await AppendAsync(_ => Entry(LedgerEntryKind.Merged, [request.Id, request.Into], request.Author, request.Reason), cancellationToken);
        return await FindKnownAsync("id", request.Id, cancellationToken);
    }

    /// <summary>Declares an entity to be several.</summary>
    public async Task<SplitEntityResponse> SplitAsync(SplitEntityRequest request, CancellationToken cancellationToken)
    {
        EditRequests.CheckAuthor(request.Author);
        EditRequests.CheckReason(request.Reason);
        EditRequests.CheckSuccessors(request.Names, FewestSuccessors);
        var entity = await FindKnownAsync("id", request.Id, cancellationToken);
        var entry = await AppendAsync(
            snapshot =>
            {
                var successors = NameSuccessors(entity, request.Names, snapshot.Catalogue);
                return Entry(LedgerEntryKind.Split, [entity.Id, .. successors.Select(one => one.Id)], request.Author, request.Reason) with
                {
                    Entities = successors,
                };
            },
            cancellationToken);
        var found = await directory.FindAsync(_ => "id", [.. entry.Ids.Skip(1)], includeHistory: false, cancellationToken);
        return new SplitEntityResponse { Successors = { found.OfType<Entity>() } };
    }

    /// <summary>Records a judgement on two ids.</summary>
    public async Task<Judgement> JudgeAsync(AssertRequest request, bool isSame, CancellationToken cancellationToken)
    {
        EditRequests.CheckAuthor(request.Author);
        EditRequests.CheckReason(request.Reason);
        await FindKnownAsync("first", request.First, cancellationToken);
        await FindKnownAsync("second", request.Second, cancellationToken);
        if (request.First == request.Second)
            throw RequestErrors.InvalidArgument("second", "is the first id itself");
        var kind = isSame ? LedgerEntryKind.Same : LedgerEntryKind.Different;
        var entry = await AppendAsync(_ => Entry(kind, [request.First, request.Second], request.Author, request.Reason), cancellationToken);
        return new Judgement
        {
            First = request.First,
            Second = request.Second,
            Same = isSame,
            Author = entry.Author,
            Reason = entry.Reason,
            Time = entry.Time.ToTimestamp(),
        };
    }

    private async Task<LedgerEntry> AppendAsync(Func<CatalogueSnapshot, LedgerEntry> compose, CancellationToken cancellationToken)
    {
        try
        {
            return await live.AppendAsync(compose, cancellationToken);
        }
        catch (LedgerConflictException refused)
        {
            throw EditRequests.ToError(refused);
        }
    }

    // An entity that only texts know becomes one of the catalogue's before names or offices are added to it.
    private async Task AdoptAsync(Entity entity, string author, CancellationToken cancellationToken)
    {
        if (live.Current.Catalogue.TryFind(entity.Id, out _))
            return;
        await AppendAsync(
            _ => Entry(LedgerEntryKind.Upserted, [entity.Id], author) with { Entities = [EditRequests.ToOwn(entity, entity.Id)] },
            cancellationToken);
    }

    private async Task<Entity> FindKnownAsync(string field, string id, CancellationToken cancellationToken) =>
        (await directory.FindAsync(_ => field, [id], includeHistory: false, cancellationToken))[0] ?? throw RequestErrors.NotFound(id);

    private async Task<bool> IsKnownAsync(string id, CancellationToken cancellationToken) =>
        (await directory.FindAsync(_ => "entity.id", [id], includeHistory: false, cancellationToken))[0] is not null;

    private LedgerEntry Entry(LedgerEntryKind kind, IReadOnlyList<string> ids, string author, string reason = "") =>
        new(kind, ids, author, reason, DateTimeOffset.FromUnixTimeMilliseconds(clock.GetUtcNow().ToUnixTimeMilliseconds()));

    // A name of its own keeps the id that text would give it; one that the old entity has too gets an id that nothing has.
    private static List<OwnEntity> NameSuccessors(Entity entity, IEnumerable<string> names, EntityCatalogue catalogue)
    {
        var type = (Resolution.EntityType)entity.Type;
        var taken = entity.Aliases.Append(entity.Name).Select(name => AliasKey.Of(name)).ToHashSet(StringComparer.Ordinal);
        var ids = new HashSet<string>(StringComparer.Ordinal) { entity.Id };
        var successors = new List<OwnEntity>();
        foreach (var name in names)
        {
            var ordinal = taken.Add(AliasKey.Of(name)) ? 0 : FirstOrdinalOfSplits;
            while (!ids.Add(MintedId.Of(type, name, ordinal)) || (ordinal > 0 && catalogue.TryFind(MintedId.Of(type, name, ordinal), out _)))
                ordinal = Math.Max(ordinal + 1, FirstOrdinalOfSplits);
            successors.Add(new OwnEntity(MintedId.Of(type, name, ordinal), type, name, "", [], []));
        }

        return successors;
    }
}
