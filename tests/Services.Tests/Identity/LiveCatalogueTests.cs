using EntityRes.Resolution.CanonicalIds;
using EntityRes.Resolution.Catalogue;
using EntityRes.Resolution.Ledger;
using EntityRes.Resolution.Scoring;
using EntityRes.Resolver;
using EntityRes.Resolver.Identity;
using EntityRes.Resolver.Stores;
using EntityRes.V1;
using Microsoft.Extensions.Time.Testing;
using EntityType = EntityRes.V1.EntityType;

namespace EntityRes.Services.Tests.Identity;

/// <summary>What a replica does that nothing keeps up with the ledger: a paused machine, a program without a follower.</summary>
public sealed class LiveCatalogueTests : IAsyncLifetime, IDisposable
{
    private static readonly TimeSpan Pause = LiveCatalogue.StalenessBound * 10;

    private readonly FakeTimeProvider _clock = new();
    private readonly EntityCatalogue _compiled = ShippedCatalogue.LoadOr(null);
    private readonly EmbeddedIdentityStore _store = EmbeddedIdentityStore.OpenInMemory();
    private readonly LiveCatalogue _live;
    private readonly DocumentResolver _resolver;

    public LiveCatalogueTests()
    {
        _live = new LiveCatalogue(_compiled, ScoringModel.Load(), _store, _clock);
        _resolver = new DocumentResolver(_live, new EntityDirectory(_live, _store), _store);
    }

    [Fact]
    public async Task An_answer_after_a_pause_reads_the_ledger_itself()
    {
        Assert.Empty((await ResolveMerkelAsync()).Warnings);
        await AppendAsync(new LedgerEntry(LedgerEntryKind.Merged, ["Q567", "Q7747"], "ann", "", DateTimeOffset.UnixEpoch).ToText());
        _clock.Advance(Pause);
        var answer = await ResolveMerkelAsync();
        Assert.Empty(answer.Warnings);
        Assert.Equal("Q7747", answer.Resolutions[0].EntityId);
    }

    [Fact]
    public async Task An_answer_after_a_pause_warns_when_the_ledger_cannot_be_read()
    {
        Assert.Empty((await ResolveMerkelAsync()).Warnings);
        await AppendAsync("nonsense");
        _clock.Advance(Pause);
        for (var i = 0; i < 2; i++)
            Assert.Equal(WarningCode.StoreUnavailable, (await ResolveMerkelAsync()).Warnings.Single().Code);
    }

    [Theory]
    [InlineData(-365)]
    [InlineData(365)]
    public async Task A_wall_clock_that_jumps_changes_neither_ids_nor_what_is_known(int days)
    {
        var acme = new ResolveRequest { Mentions = { new Mention { Text = "Acme Corp.", Type = EntityType.Organization } } };
        var before = await _resolver.ResolveAsync(acme, default);
        var clock = new FakeTimeProvider(_clock.GetUtcNow().AddDays(days));
        using var live = new LiveCatalogue(_compiled, ScoringModel.Load(), _store, clock);
        var directory = new EntityDirectory(live, _store);
        var editor = new CatalogueEditor(live, directory, clock);
        await editor.AddAliasAsync(new AddAliasRequest { Id = "Q567", Alias = "Mutti Merkel", Author = "ann" }, default);
        clock.AdjustTime(clock.GetUtcNow().AddDays(-2 * days));
        await editor.AddAliasAsync(new AddAliasRequest { Id = "Q567", Alias = "Angie Merkel", Author = "ann" }, default);
        var resolver = new DocumentResolver(live, directory, _store);
        foreach (var alias in (string[])["Mutti Merkel", "Angie Merkel"])
        {
            var answer = await resolver.ResolveAsync(new ResolveRequest { Mentions = { new Mention { Text = alias, Type = EntityType.Person } } }, default);
            Assert.Equal("Q567", answer.Resolutions[0].EntityId);
        }

        Assert.Equal(before.Resolutions[0].EntityId, (await resolver.ResolveAsync(acme, default)).Resolutions[0].EntityId);
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _store.DisposeAsync().AsTask();

    public void Dispose()
    {
        _live.Dispose();
        _compiled.Dispose();
    }

    private Task<ResolveResponse> ResolveMerkelAsync() => _resolver.ResolveAsync(
        new ResolveRequest { Mentions = { new Mention { Text = "Angela Merkel", Type = EntityType.Person } } }, default);

    private async Task AppendAsync(string entry) =>
        Assert.NotNull(await _store.AppendAsync(entry, IIdentityStore.Beginning, default));
}
