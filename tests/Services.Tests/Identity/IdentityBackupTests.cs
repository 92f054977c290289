using EntityRes.Resolution.CanonicalIds;
using EntityRes.Resolver.Identity.Backup;
using EntityRes.Resolver.Stores;
using EntityRes.Services.Tests.Stores;
using EntityRes.TestKit;

namespace EntityRes.Services.Tests.Identity;

public class IdentityBackupTests
{
    [Fact]
    public async Task A_round_trip_through_the_embedded_store_is_lossless()
    {
        await using var store = EmbeddedIdentityStore.OpenInMemory();
        await using var other = EmbeddedIdentityStore.OpenInMemory();
        await RoundTripAsync(store, other);
    }

    [RedisServerFact]
    public async Task A_round_trip_from_one_kind_of_store_into_the_other_is_lossless()
    {
        await using var redis = await RedisServer.StartAsync();
        await using var store = EmbeddedIdentityStore.OpenInMemory();
        await using var other = await RedisIdentityStore.OpenAsync(redis.ConnectionString);
        await RoundTripAsync(store, other);
    }

    [RedisServerFact]
    public async Task A_cluster_is_backed_up_whole()
    {
        await using var cluster = await RedisCluster.StartAsync();
        await using var store = await RedisIdentityStore.OpenAsync(cluster.Nodes[0].ConnectionString);
        await using var other = EmbeddedIdentityStore.OpenInMemory();
        await RoundTripAsync(store, other);
    }

    [Theory]
    [InlineData("nonsense", "line 1")]
    [InlineData("""{"family":"short","record":{}}""", "line 1")]
    [InlineData("""{"family":"0123456789ab","record":{"m":[]}}""", "line 1")]
    [InlineData("""{"entry":{"kind":4}}""", "line 1")]
    public async Task A_line_that_is_none_of_a_backup_is_named(string line, string names)
    {
        await using var store = EmbeddedIdentityStore.OpenInMemory();
        var wrong = await Assert.ThrowsAsync<InvalidDataException>(() => IdentityBackup.ImportAsync(store, new StringReader(line), default));
        Assert.Contains(names, wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_store_with_judgements_of_its_own_is_not_overwritten()
    {
        await using var store = EmbeddedIdentityStore.OpenInMemory();
        using (var history = new HistoryContract(seed: 1, store))
            await history.HoldAsync(decisions: 20);
        await Assert.ThrowsAsync<InvalidDataException>(() => IdentityBackup.ImportAsync(store, new StringReader(""), default));
    }

    [Fact]
    public async Task The_command_writes_and_reads_a_file()
    {
        var folder = Directory.CreateTempSubdirectory("entityres-backup-").FullName;
        var (data, other, file) = (Path.Combine(folder, "a"), Path.Combine(folder, "b"), Path.Combine(folder, "backup.jsonl"));
        await using (var store = await IdentityStores.OpenAsync(redis: null, data))
            await IdentityStoreContract.MintAsync(store, IdentityStoreContract.Sighting("Acme Corp."));
        Assert.Equal(0, await RunAsync(data, "identity", "export", "--out", file));
        Assert.Equal(0, await RunAsync(other, "identity", "import", file));
        await using (var store = await IdentityStores.OpenAsync(redis: null, other))
        {
            var id = MintedId.Of(Resolution.EntityType.Organization, "Acme Corp.");
            Assert.Equal("Acme Corp.", (await IdentityStoreContract.FindAsync(store, [id]))[0]!.Name);
        }

        Directory.Delete(folder, recursive: true);
    }

    private static async Task<int> RunAsync(string dataDir, params string[] args)
    {
        using var process = CommandLine.Start(new Dictionary<string, string> { ["ENTITYRES_DATA_DIR"] = dataDir }, args);
        await process.WaitForExitAsync();
        return process.ExitCode;
    }

    private static async Task RoundTripAsync(IIdentityStore store, IIdentityStore other)
    {
        await IdentityStoreContract.MintAsync(
            store, [.. Enumerable.Range(0, 2_500).Select(i => IdentityStoreContract.Sighting($"Łódź \"{i}\"\0\n 東京"))]);
        using (var history = new HistoryContract(seed: 7, store))
            await history.HoldAsync(decisions: 40);
        using var written = new StringWriter();
        var (families, entries) = await IdentityBackup.ExportAsync(store, written, default);
        Assert.True(families >= 2_500 && entries > 10, $"{families} families, {entries} entries");

        Assert.Equal((families, entries), await IdentityBackup.ImportAsync(other, new StringReader(written.ToString()), default));
        using var again = new StringWriter();
        await IdentityBackup.ExportAsync(other, again, default);
        Assert.Equal(Lines(written), Lines(again));
    }

    // The ledger keeps its order, families have none.
    private static IEnumerable<string> Lines(StringWriter backup)
    {
        var lines = backup.ToString().Split('\n').ToLookup(line => line.StartsWith("{\"entry\"", StringComparison.Ordinal));
        return lines[false].Order(StringComparer.Ordinal).Concat(lines[true]);
    }
}
