using System.Globalization;
using EntityRes.Resolution;
using EntityRes.Resolution.CanonicalIds;
using Microsoft.Data.Sqlite;

namespace EntityRes.Resolver.Stores;

/// <summary>Tables of the embedded store; brings files of earlier versions up to date.</summary>
internal static class EmbeddedSchema
{
    private const int Version = 2;
    private const int VersionOfSingleRecords = 1; // one row a minted entity, no ledger

    /// <summary>Creates what is missing.</summary>
    /// <exception cref="InvalidDataException">The file was written by a later version.</exception>
    internal static void Create(SqliteConnection connection, string dataSource)
    {
        Execute(connection, "BEGIN IMMEDIATE");
        var version = ReadVersion(connection);
        if (version is not (0 or VersionOfSingleRecords or Version))
            throw new InvalidDataException($"{dataSource}: expected schema version {Version}, found {version}");
        var earlier = version == VersionOfSingleRecords ? ReadSingleRecords(connection) : [];
        if (version == VersionOfSingleRecords)
            Execute(connection, "DROP TABLE minted");
        Execute(
            connection,
            $"""
            CREATE TABLE IF NOT EXISTS family (family TEXT PRIMARY KEY, record TEXT NOT NULL) WITHOUT ROWID, STRICT;
            CREATE TABLE IF NOT EXISTS minted (position INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL, time INTEGER NOT NULL) STRICT;
            CREATE TABLE IF NOT EXISTS ledger (position INTEGER PRIMARY KEY, entry TEXT NOT NULL) STRICT;
            PRAGMA user_version = {Version};
            """);
        foreach (var entity in earlier)
            WriteEarlier(connection, entity);
        Execute(connection, "COMMIT");
    }

    /// <summary>Runs statements that answer nothing.</summary>
    internal static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static int ReadVersion(SqliteConnection connection)
    {
        using var read = connection.CreateCommand();
        read.CommandText = "PRAGMA user_version";
        return Convert.ToInt32(read.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    private static List<MintedEntity> ReadSingleRecords(SqliteConnection connection)
    {
        using var read = connection.CreateCommand();
        read.CommandText = "SELECT id, type, name FROM minted";
        using var row = read.ExecuteReader();
        var entities = new List<MintedEntity>();
        while (row.Read())
            entities.Add(new MintedEntity(row.GetString(0), (EntityType)row.GetInt32(1), row.GetString(2)));
        return entities;
    }

    private static void WriteEarlier(SqliteConnection connection, MintedEntity entity)
    {
        using var write = connection.CreateCommand();
        write.CommandText = "INSERT OR IGNORE INTO family (family, record) VALUES ($family, $record); INSERT INTO minted (id, time) VALUES ($id, 0)";
        write.Parameters.AddWithValue("$family", MintedId.FamilyOf(entity.Id));
        write.Parameters.AddWithValue("$record", new MintedFamily([entity]).ToText());
        write.Parameters.AddWithValue("$id", entity.Id);
        write.ExecuteNonQuery();
    }
}
