using EntityRes.Hosting;
using EntityRes.Resolution.CanonicalIds;
using EntityRes.Resolution.Catalogue;
using EntityRes.Resolution.Ledger;
using EntityRes.Resolution.Scoring;
using EntityRes.Resolver;
using EntityRes.Resolver.Identity;
using EntityRes.Resolver.Stores;
using EntityRes.Services.Tests.Stores;
using EntityRes.TestKit;
using EntityRes.V1;
using Grpc.Core;
using Grpc.Net.Client;
using Microsoft.Extensions.Logging.Abstractions;
using EntityType = EntityRes.V1.EntityType;

namespace EntityRes.Services.Tests.Identity;

/// <summary>What others wrote under our keys, and judgements on what the catalogue has lost.</summary>
public class ForeignRecordTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [RedisServerFact]
    public async Task A_foreign_entry_of_the_ledger_stops_changes_but_neither_linking_nor_the_service()
    {
        await using var redis = await RedisServer.StartAsync();
        await using var resolver = await ResolverHost.BuildAsync([.. RunningServices.FreePorts, $"--Redis={redis.ConnectionString}"]);
        await resolver.StartAsync();
        using var channel = GrpcChannel.ForAddress(resolver.GrpcAddress());
        var (client, catalogue) = (new ResolutionService.ResolutionServiceClient(channel), new CatalogueService.CatalogueServiceClient(channel));
        await redis.SendAsync("XADD er:2:{ledger}:entries * x y");

        var refused = await Assert.ThrowsAsync<RpcException>(
            async () => await catalogue.AddAliasAsync(new AddAliasRequest { Id = "Q567", Alias = "Mutti", Author = "ann" }));
        Assert.Equal(StatusCode.Unavailable, refused.StatusCode);
        using var watch = catalogue.WatchChanges(new WatchChangesRequest { Cursor = "0" });
        refused = await Assert.ThrowsAsync<RpcException>(async () => await watch.ResponseStream.MoveNext(default));
        Assert.Equal(StatusCode.Unavailable, refused.StatusCode);

        var request = new ResolveRequest { Mentions = { new Mention { Text = "Angela Merkel", Type = EntityType.Person } } };
        using var patience = new CancellationTokenSource(Patience);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        ResolveResponse answer;
        while ((answer = await client.ResolveAsync(request)).Warnings.Count == 0)
            await timer.WaitForNextTickAsync(patience.Token);
        Assert.Equal(WarningCode.StoreUnavailable, answer.Warnings[0].Code);
        Assert.Equal("Q567", answer.Resolutions[0].EntityId);
    }

    [Fact]
    public async Task Evidence_for_a_foreign_record_is_kept_waiting()
    {
        await using var store = EmbeddedIdentityStore.OpenInMemory();
        var sighting = IdentityStoreContract.Sighting("Acme Corp.");
        var id = MintedId.Of(sighting.Type, sighting.Name);
        await store.WriteFamiliesAsync([new FamilyChange(MintedId.FamilyOf(id), null, "nonsense", [])], default);
        using var recorder = new EvidenceRecorder(store, NullLogger<EvidenceRecorder>.Instance);
        recorder.Record(id, sighting);
        await Assert.ThrowsAsync<StoreUnavailableException>(() => recorder.FlushAsync(default));
        await store.WriteFamiliesAsync(
            [new FamilyChange(MintedId.FamilyOf(id), "nonsense", MintedFamily.Empty.Mint(sighting).Family.ToText(), [])], default);
        await recorder.FlushAsync(default);
        Assert.Equal(2, (await IdentityStoreContract.FindAsync(store, [id]))[0]!.Evidence.Sightings);
    }

    [Fact]
    public async Task A_judgement_on_an_item_that_the_catalogue_lost_still_answers()
    {
        const string lost = "Q999999998";
        await using var store = EmbeddedIdentityStore.OpenInMemory();
        var minted = (await IdentityStoreContract.MintAsync(store, IdentityStoreContract.Sighting("Gone Items")))[0];
        await store.AppendAsync(
            new LedgerEntry(LedgerEntryKind.Merged, [minted.Id, lost], "ann", "", DateTimeOffset.UnixEpoch).ToText(), IIdentityStore.Beginning, default);
        using var live = new LiveCatalogue(ShippedCatalogue.LoadOr(null), ScoringModel.Load(), store, TimeProvider.System);
        await live.CatchUpAsync(default);
        var directory = new EntityDirectory(live, store);

        Assert.Equal(lost, (await directory.FindAsync(_ => "id", [minted.Id], includeHistory: false, default))[0]!.Id);
        var answer = await new DocumentResolver(live, directory, store).ResolveAsync(
            new ResolveRequest { Mentions = { new Mention { Text = "Gone Items", Type = EntityType.Organization } } }, default);
        Assert.Equal((lost, ResolutionStatus.Linked), (answer.Resolutions[0].EntityId, answer.Resolutions[0].Status));
        Assert.Equal([minted.Id], answer.Entities.Single().MergedFrom);
    }
}
