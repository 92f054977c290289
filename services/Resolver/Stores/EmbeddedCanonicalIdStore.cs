using System.Diagnostics;
using EntityRes.Resolution;
using EntityRes.Resolution.CanonicalIds;
using Microsoft.Data.Sqlite;

namespace EntityRes.Resolver.Stores;

/// <summary>Minted entities in a SQLite database: in memory, or a file that survives the end of the process and of the power.</summary>
/// <remarks>
/// One connection, one call at a time; a call takes microseconds, a mint into a file one disk flush. Several processes may share the
/// file: a mint waits up to ten seconds for another's, reads never wait. Write-ahead log with full synchronisation: what was
/// acknowledged is on disk.
/// </remarks>
public sealed class EmbeddedCanonicalIdStore : ICanonicalIdStore
{
    private const int SchemaVersion = 1;
    private const int Busy = 5; // SQLITE_BUSY: another process is writing
    private const int BusyPatienceMs = 10_000;
    private const int BusySliceSeconds = 1; // how long SQLite waits before cancellation is looked at again

    private readonly SqliteConnection _connection;
    private readonly SqliteCommand _find;
    private readonly SqliteCommand _insert;
    private readonly SemaphoreSlim _turn = new(1, 1);

    private EmbeddedCanonicalIdStore(SqliteConnection connection)
    {
        _connection = connection;
        _find = Prepare("SELECT type, name FROM minted WHERE id = $id", "$id");
        _insert = Prepare("INSERT OR IGNORE INTO minted (id, type, name) VALUES ($id, $type, $name)", "$id", "$type", "$name");
    }

    /// <summary>Opens a store that is gone with the process.</summary>
    public static EmbeddedCanonicalIdStore OpenInMemory() => Open(":memory:");

    /// <summary>Opens a store in a file, creating it when it is missing.</summary>
    /// <exception cref="StoreUnavailableException">The file cannot be opened.</exception>
    /// <exception cref="InvalidDataException">The file was written by another version.</exception>
    public static EmbeddedCanonicalIdStore OpenFile(string path) => Open(path);

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<MintedEntity>> MintAsync(
        IReadOnlyList<MintedEntity> proposals, CancellationToken cancellationToken) =>
        await CallAsync(
            () =>
            {
                // Nearly always everything is known: then nothing is written and nothing waits for the disk.
                var known = proposals.Select(proposal => Find(proposal.Id)).OfType<MintedEntity>().ToArray();
                return known.Length < proposals.Count ? Insert(proposals, cancellationToken) : known;
            },
            cancellationToken);

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<MintedEntity?>> FindAsync(
        IReadOnlyList<string> ids, CancellationToken cancellationToken) =>
        await CallAsync(() => ids.Select(Find).ToArray(), cancellationToken);

    /// <inheritdoc/>
    public async ValueTask<bool> IsUsableAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await CallAsync(() => Find("") is null, cancellationToken);
        }
        catch (StoreUnavailableException)
        {
            return false;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _turn.WaitAsync();
        _find.Dispose();
        _insert.Dispose();
        _connection.Dispose();
        _turn.Dispose();
    }

    private static EmbeddedCanonicalIdStore Open(string dataSource)
    {
        var settings = new SqliteConnectionStringBuilder
        {
            DataSource = dataSource,
            Pooling = false,
            DefaultTimeout = BusyPatienceMs / 1_000,
        };
        var connection = new SqliteConnection(settings.ToString());
        try
        {
            connection.Open();
            Execute(connection, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;");
            CreateSchema(connection, dataSource);
            Execute(connection, $"PRAGMA busy_timeout = {BusySliceSeconds * 1_000}");
            connection.DefaultTimeout = BusySliceSeconds;
            return new EmbeddedCanonicalIdStore(connection);
        }
        catch (SqliteException failed)
        {
            connection.Dispose();
            throw new StoreUnavailableException($"{dataSource}: {failed.Message}", failed);
        }
        catch (InvalidDataException)
        {
            connection.Dispose();
            throw;
        }
    }

    private static void CreateSchema(SqliteConnection connection, string dataSource)
    {
        using var read = connection.CreateCommand();
        read.CommandText = "PRAGMA user_version";
        var version = Convert.ToInt32(read.ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture);
        if (version is not (0 or SchemaVersion))
            throw new InvalidDataException($"{dataSource}: expected schema version {SchemaVersion}, found {version}");
        Execute(
            connection,
            $"""
            BEGIN IMMEDIATE;
            CREATE TABLE IF NOT EXISTS minted (id TEXT PRIMARY KEY, type INTEGER NOT NULL, name TEXT NOT NULL) WITHOUT ROWID, STRICT;
            PRAGMA user_version = {SchemaVersion};
            COMMIT;
            """);
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private SqliteCommand Prepare(string sql, params string[] parameters)
    {
        var command = _connection.CreateCommand();
        command.CommandText = sql;
        foreach (var parameter in parameters)
            command.Parameters.Add(new SqliteParameter(parameter, null));
        return command;
    }

    private MintedEntity[] Insert(IReadOnlyList<MintedEntity> proposals, CancellationToken cancellationToken)
    {
        var waiting = Stopwatch.StartNew();
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            try
            {
                return Insert(proposals);
            }
            catch (SqliteException busy) when (busy.SqliteErrorCode == Busy && waiting.ElapsedMilliseconds < BusyPatienceMs)
            {
                // Another process is writing; SQLite has waited for a slice.
            }
        }
    }

    private MintedEntity[] Insert(IReadOnlyList<MintedEntity> proposals)
    {
        using var transaction = _connection.BeginTransaction(deferred: false);
        _insert.Transaction = _find.Transaction = transaction;
        try
        {
            foreach (var proposal in proposals)
            {
                _insert.Parameters[0].Value = proposal.Id;
                _insert.Parameters[1].Value = (int)proposal.Type;
                _insert.Parameters[2].Value = proposal.Name;
                _insert.ExecuteNonQuery();
            }

            var remembered = proposals.Select(proposal => Find(proposal.Id)!).ToArray();
            transaction.Commit();
            return remembered;
        }
        finally
        {
            _insert.Transaction = _find.Transaction = null;
        }
    }

    private MintedEntity? Find(string id)
    {
        _find.Parameters[0].Value = id;
        using var row = _find.ExecuteReader();
        return row.Read() ? new MintedEntity(id, (EntityType)row.GetInt32(0), row.GetString(1)) : null;
    }

    private async ValueTask<T> CallAsync<T>(Func<T> call, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            return call();
        }
        catch (SqliteException failed)
        {
            throw new StoreUnavailableException(failed.Message, failed);
        }
        finally
        {
            _turn.Release();
        }
    }
}
