using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using EntityRes.Resolution.CanonicalIds;
using Microsoft.Data.Sqlite;

namespace EntityRes.Resolver.Stores;

/// <summary>Identity in a SQLite database: in memory, or a file that survives the end of the process and of the power.</summary>
/// <remarks>
/// One connection, one call at a time; a call takes microseconds, a write into a file one disk flush. Several processes may share the
/// file: a write waits up to ten seconds for another's, reads never wait. Write-ahead log with full synchronisation: what was
/// acknowledged is on disk.
/// </remarks>
public sealed class EmbeddedIdentityStore : IIdentityStore
{
    private const int Busy = 5; // SQLITE_BUSY: another process is writing
    private const int BusyPatienceMs = 10_000;
    private const int BusySliceSeconds = 1; // how long SQLite waits before cancellation is looked at again
    private const int PageOfFamilies = 1_000;

    private readonly SqliteConnection _connection;
    private readonly SqliteCommand _readFamily;
    private readonly SqliteCommand _writeFamily;
    private readonly SqliteCommand _announce;
    private readonly SqliteCommand _append;
    private readonly SqliteCommand _readLedger;
    private readonly SqliteCommand _readMinted;
    private readonly SqliteCommand _readPage;
    private readonly SemaphoreSlim _turn = new(1, 1);

    private EmbeddedIdentityStore(SqliteConnection connection)
    {
        _connection = connection;
        _readFamily = Prepare("SELECT record FROM family WHERE family = $family", "$family");
        _writeFamily = Prepare("INSERT OR REPLACE INTO family (family, record) VALUES ($family, $record)", "$family", "$record");
        _announce = Prepare("INSERT INTO minted (id, time) VALUES ($id, $time)", "$id", "$time");
        _append = Prepare(
            """
            INSERT INTO ledger (position, entry) SELECT $after + 1, $entry
            WHERE (SELECT COALESCE(MAX(position), 0) FROM ledger) = $after
            """,
            "$after", "$entry");
        _readLedger = Prepare("SELECT position, entry FROM ledger WHERE position > $after ORDER BY position LIMIT $most", "$after", "$most");
        _readMinted = Prepare("SELECT position, id, time FROM minted WHERE position > $after ORDER BY position LIMIT $most", "$after", "$most");
        _readPage = Prepare("SELECT family, record FROM family WHERE family > $after ORDER BY family LIMIT $most", "$after", "$most");
    }

    /// <summary>Opens a store that is gone with the process.</summary>
    public static EmbeddedIdentityStore OpenInMemory() => Open(":memory:");

    /// <summary>Opens a store in a file, creating it when it is missing.</summary>
    /// <exception cref="StoreUnavailableException">The file cannot be opened.</exception>
    /// <exception cref="InvalidDataException">The file was written by a later version.</exception>
    public static EmbeddedIdentityStore OpenFile(string path) => Open(path);

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<string?>> ReadFamiliesAsync(IReadOnlyList<string> families, CancellationToken cancellationToken) =>
        await CallAsync(() => families.Select(ReadFamily).ToArray(), cancellationToken);

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<string?>> WriteFamiliesAsync(
        IReadOnlyList<FamilyChange> changes, CancellationToken cancellationToken) =>
        await CallAsync(() => Patiently(() => WriteFamilies(changes), cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public async IAsyncEnumerable<(string Family, string Record)> ReadAllFamiliesAsync(
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var after = ""; ;)
        {
            var page = await CallAsync(
                () => Read(_readPage, row => (row.GetString(0), row.GetString(1)), after, PageOfFamilies), cancellationToken);
            foreach (var family in page)
                yield return family;
            if (page.Count < PageOfFamilies)
                yield break;
            after = page[^1].Item1;
        }
    }

    /// <inheritdoc/>
    public async ValueTask<string?> AppendAsync(string entry, string after, CancellationToken cancellationToken)
    {
        var last = ParsePosition(after);
        return await CallAsync(
            () => Patiently(
                () =>
                {
                    _append.Parameters[0].Value = last;
                    _append.Parameters[1].Value = entry;
                    return _append.ExecuteNonQuery() == 1 ? Text(last + 1) : null;
                },
                cancellationToken),
            cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<LoggedEntry>> ReadLedgerAsync(string after, int most, CancellationToken cancellationToken)
    {
        var last = ParsePosition(after);
        return await CallAsync(
            () => Read(_readLedger, row => new LoggedEntry(Text(row.GetInt64(0)), row.GetString(1)), last, most), cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<MintedEvent>> ReadMintedAsync(string after, int most, CancellationToken cancellationToken)
    {
        var last = ParsePosition(after);
        return await CallAsync(
            () => Read(
                _readMinted,
                row => new MintedEvent(Text(row.GetInt64(0)), row.GetString(1), DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(2))),
                last, most),
            cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask<string> FindEndOfMintedAsync(CancellationToken cancellationToken) =>
        await CallAsync(
            () =>
            {
                using var command = _connection.CreateCommand();
                command.CommandText = "SELECT COALESCE(MAX(position), 0) FROM minted";
                return Text((long)command.ExecuteScalar()!);
            },
            cancellationToken);

    /// <inheritdoc/>
    public async ValueTask<bool> IsUsableAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await CallAsync(() => ReadFamily("") is null, cancellationToken);
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
        foreach (var command in new[] { _readFamily, _writeFamily, _announce, _append, _readLedger, _readMinted, _readPage })
            await command.DisposeAsync();
        await _connection.DisposeAsync();
        _turn.Dispose();
    }

    private static EmbeddedIdentityStore Open(string dataSource)
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
            EmbeddedSchema.Execute(connection, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;");
            EmbeddedSchema.Create(connection, dataSource);
            EmbeddedSchema.Execute(connection, $"PRAGMA busy_timeout = {BusySliceSeconds * 1_000}");
            connection.DefaultTimeout = BusySliceSeconds;
            return new EmbeddedIdentityStore(connection);
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

    private SqliteCommand Prepare(string sql, params string[] parameters)
    {
        var command = _connection.CreateCommand();
        command.CommandText = sql;
        foreach (var parameter in parameters)
            command.Parameters.Add(new SqliteParameter(parameter, null));
        return command;
    }

    private static T Patiently<T>(Func<T> write, CancellationToken cancellationToken)
    {
        var waiting = Stopwatch.StartNew();
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            try
            {
                return write();
            }
            catch (SqliteException busy) when (busy.SqliteErrorCode == Busy && waiting.ElapsedMilliseconds < BusyPatienceMs)
            {
                // Another process is writing; SQLite has waited for a slice.
            }
        }
    }

    private string?[] WriteFamilies(IReadOnlyList<FamilyChange> changes)
    {
        using var transaction = _connection.BeginTransaction(deferred: false);
        _readFamily.Transaction = _writeFamily.Transaction = _announce.Transaction = transaction;
        try
        {
            var written = changes.Select(WriteFamily).ToArray();
            transaction.Commit();
            return written;
        }
        finally
        {
            _readFamily.Transaction = _writeFamily.Transaction = _announce.Transaction = null;
        }
    }

    private string? WriteFamily(FamilyChange change)
    {
        var current = ReadFamily(change.Family);
        if (current != change.Expected)
            return current;
        _writeFamily.Parameters[0].Value = change.Family;
        _writeFamily.Parameters[1].Value = change.Record;
        _writeFamily.ExecuteNonQuery();
        foreach (var id in change.MintedIds)
        {
            _announce.Parameters[0].Value = id;
            _announce.Parameters[1].Value = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds();
            _announce.ExecuteNonQuery();
        }

        return change.Record;
    }

    private string? ReadFamily(string family)
    {
        _readFamily.Parameters[0].Value = family;
        return (string?)_readFamily.ExecuteScalar();
    }

    private static List<T> Read<T>(SqliteCommand command, Func<SqliteDataReader, T> read, object after, int most)
    {
        command.Parameters[0].Value = after;
        command.Parameters[1].Value = most;
        using var row = command.ExecuteReader();
        var rows = new List<T>();
        while (row.Read())
            rows.Add(read(row));
        return rows;
    }

    private static long ParsePosition(string position) =>
        long.TryParse(position, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number : throw new ArgumentException("is no position of this store", nameof(position));

    private static string Text(long position) => position.ToString(CultureInfo.InvariantCulture);

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
