using EntityRes.Resolution.CanonicalIds;
using EntityRes.Resolver.Stores;
using EntityRes.V1;
using Microsoft.Data.Sqlite;

namespace EntityRes.Services.Tests.Stores;

public sealed class EmbeddedCanonicalIdStoreTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("entityres-store-").FullName;

    private string FilePath => Path.Combine(_folder, "entityres.db");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task The_store_in_memory_holds_the_contract()
    {
        await using var store = EmbeddedCanonicalIdStore.OpenInMemory();
        await CanonicalIdStoreContract.HoldAsync(store, store);
    }

    [Fact]
    public async Task Two_stores_on_one_file_hold_the_contract()
    {
        await using var store = EmbeddedCanonicalIdStore.OpenFile(FilePath);
        await using var replica = EmbeddedCanonicalIdStore.OpenFile(FilePath);
        await CanonicalIdStoreContract.HoldAsync(store, replica);
    }

    [Fact]
    public async Task What_was_acknowledged_survives_the_kill_of_the_process()
    {
        var unknown = "{\"id\":\"a\",\"text\":\"Shares of Xyzzy Holdings Ltd fell on Monday, Xyzzy Holdings Ltd said.\"}\n";
        var (id, name) = await AnnotateAndKillAsync(unknown);
        await using var store = EmbeddedCanonicalIdStore.OpenFile(FilePath);
        var found = await store.FindAsync([id], default);
        Assert.Equal(name, found[0]?.Name);
    }

    [Fact]
    public async Task A_file_of_another_version_is_refused()
    {
        await using (var connection = new SqliteConnection($"Data Source={FilePath};Pooling=False"))
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA user_version = 99";
            await command.ExecuteNonQueryAsync();
        }

        var wrong = Assert.Throws<InvalidDataException>(() => EmbeddedCanonicalIdStore.OpenFile(FilePath));
        Assert.Contains("found 99", wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_no_database_is_refused()
    {
        File.WriteAllText(FilePath, new string('x', 10_000));
        Assert.Throws<StoreUnavailableException>(() => EmbeddedCanonicalIdStore.OpenFile(FilePath));
    }

    [Fact]
    public async Task A_folder_that_is_missing_is_created()
    {
        await using var store = await CanonicalIdStores.OpenAsync(redis: null, Path.Combine(_folder, "new", "folder"));
        Assert.True(await store.IsUsableAsync(default));
    }

    // A process that has answered and still waits for input is killed: nothing but the answer says that the id was kept.
    private async Task<(string Id, string Name)> AnnotateAndKillAsync(string line)
    {
        using var process = CommandLine.Start(
            new Dictionary<string, string> { ["ENTITYRES_DATA_DIR"] = _folder }, "annotate", "-", "--format", "jsonl");
        await process.StandardInput.WriteAsync(line);
        await process.StandardInput.FlushAsync();
        var answer = AnnotateResponse.Parser.ParseJson(await process.StandardOutput.ReadLineAsync());
        process.Kill();
        await process.WaitForExitAsync();
        var minted = answer.Entities.First(entity => entity.Id.StartsWith(MintedId.Prefix, StringComparison.Ordinal));
        return (minted.Id, minted.Name);
    }
}
