using System.Diagnostics;
using EntityRes.Resolution.CanonicalIds;
using EntityRes.Resolver.Stores;
using EntityRes.V1;
using Microsoft.Data.Sqlite;

namespace EntityRes.Services.Tests.Stores;

public sealed class EmbeddedIdentityStoreTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("entityres-store-").FullName;

    private string FilePath => Path.Combine(_folder, "entityres.db");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task The_store_in_memory_holds_the_contract()
    {
        await using var store = EmbeddedIdentityStore.OpenInMemory();
        await IdentityStoreContract.HoldAsync(store, store);
    }

    [Fact]
    public async Task Two_stores_on_one_file_hold_the_contract()
    {
        await using var store = EmbeddedIdentityStore.OpenFile(FilePath);
        await using var replica = EmbeddedIdentityStore.OpenFile(FilePath);
        await IdentityStoreContract.HoldAsync(store, replica);
    }

    [Fact]
    public async Task What_was_acknowledged_survives_the_kill_of_the_process()
    {
        var acknowledged = await MintUntilKilledAsync(documents: 300, killAfter: 100);
        Assert.True(acknowledged.Count >= 100);
        await using var store = EmbeddedIdentityStore.OpenFile(FilePath);
        var found = await IdentityStoreContract.FindAsync(store, acknowledged.Select(entity => entity.Id));
        Assert.Equal(acknowledged.Select(entity => entity.Name), found.Select(entity => entity?.Name));
    }

    [Fact]
    public async Task While_another_process_writes_reads_go_on_and_a_mint_waits()
    {
        await using var store = EmbeddedIdentityStore.OpenFile(FilePath);
        var known = await IdentityStoreContract.MintAsync(store, IdentityStoreContract.Sighting("Known"));
        await using var writer = await LockAsync();

        Assert.Equal("Known", (await IdentityStoreContract.FindAsync(store, [known[0].Id]))[0]!.Name);
        var waiting = Task.Run(() => IdentityStoreContract.MintAsync(store, IdentityStoreContract.Sighting("New")));
        await writer.DisposeAsync();
        Assert.Equal("New", (await waiting)[0].Name);
    }

    [Fact]
    public async Task A_mint_that_waits_for_another_process_ends_when_it_is_cancelled()
    {
        await using var store = EmbeddedIdentityStore.OpenFile(FilePath);
        await using var writer = await LockAsync();
        using var cancellation = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));
        var waiting = Stopwatch.StartNew();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            async () => await new CanonicalIdAssigner(store).AssignAsync([IdentityStoreContract.Sighting("New")], mint: true, cancellation.Token));
        Assert.True(waiting.Elapsed < TimeSpan.FromSeconds(8), $"{waiting.Elapsed}"); // a mint gives up after ten seconds by itself
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

        var wrong = Assert.Throws<InvalidDataException>(() => EmbeddedIdentityStore.OpenFile(FilePath));
        Assert.Contains("found 99", wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_of_the_first_version_keeps_its_ids()
    {
        var id = MintedId.Of(Resolution.EntityType.Organization, "Acme Corp.");
        await using (var connection = new SqliteConnection($"Data Source={FilePath};Pooling=False"))
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText =
                $"""
                CREATE TABLE minted (id TEXT PRIMARY KEY, type INTEGER NOT NULL, name TEXT NOT NULL) WITHOUT ROWID, STRICT;
                INSERT INTO minted VALUES ('{id}', {(int)Resolution.EntityType.Organization}, 'Acme Corp.');
                PRAGMA user_version = 1;
                """;
            await command.ExecuteNonQueryAsync();
        }

        await using var store = EmbeddedIdentityStore.OpenFile(FilePath);
        Assert.Equal("Acme Corp.", (await IdentityStoreContract.FindAsync(store, [id]))[0]!.Name);
        Assert.Equal(id, (await IdentityStoreContract.MintAsync(store, IdentityStoreContract.Sighting("ACME CORP")))[0].Id);
    }

    [Fact]
    public void A_file_that_is_no_database_is_refused()
    {
        File.WriteAllText(FilePath, new string('x', 10_000));
        Assert.Throws<StoreUnavailableException>(() => EmbeddedIdentityStore.OpenFile(FilePath));
    }

    [Fact]
    public async Task A_folder_that_is_missing_is_created()
    {
        await using var store = await IdentityStores.OpenAsync(redis: null, Path.Combine(_folder, "new", "folder"));
        Assert.True(await store.IsUsableAsync(default));
    }

    private async Task<SqliteConnection> LockAsync()
    {
        var writer = new SqliteConnection($"Data Source={FilePath};Pooling=False");
        await writer.OpenAsync();
        await using var command = writer.CreateCommand();
        command.CommandText = "BEGIN IMMEDIATE";
        await command.ExecuteNonQueryAsync();
        return writer;
    }

    // A process with work left is killed between two mints or in one: every answer that it gave counts as an acknowledgement.
    private async Task<List<Entity>> MintUntilKilledAsync(int documents, int killAfter)
    {
        using var process = CommandLine.Start(
            new Dictionary<string, string> { ["ENTITYRES_DATA_DIR"] = _folder }, "annotate", "-", "--format", "jsonl");
        var writing = WriteDocumentsAsync(process.StandardInput, documents);
        var acknowledged = new List<Entity>();
        for (var answers = 1; await process.StandardOutput.ReadLineAsync() is { } line; answers++)
        {
            // A line that the kill cut short was never received.
            if (line.EndsWith('}'))
                acknowledged.AddRange(AnnotateResponse.Parser.ParseJson(line).Entities.Where(entity => MintedId.IsWellFormed(entity.Id)));
            if (answers == killAfter)
                process.Kill();
        }

        await process.WaitForExitAsync();
        await writing;
        return acknowledged;
    }

    private static async Task WriteDocumentsAsync(StreamWriter input, int documents)
    {
        try
        {
            for (var i = 0; i < documents; i++)
            {
                var company = $"Xyzzy{(char)('a' + (i % 26))}{(char)('a' + (i / 26))} Holdings Ltd";
                await input.WriteLineAsync(
                    $$"""{"id":"{{i}}","text":"Shares of {{company}} fell on Monday, {{company}} said."}""");
            }

            await input.FlushAsync();
        }
        catch (IOException)
        {
            // The process was killed while it was being written to.
        }
    }
}
