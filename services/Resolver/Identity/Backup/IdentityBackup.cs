using System.Text.Json;
using System.Text.Json.Serialization;
using EntityRes.Resolution.CanonicalIds;
using EntityRes.Resolution.Ledger;

namespace EntityRes.Resolver.Identity.Backup;

/// <summary>Everything that a store of identity keeps as lines of JSON, and back: lossless, from any store into any other.</summary>
/// <remarks>
/// One line a family of minted entities (<c>{"family":"…","record":{…}}</c>), then one an entry of the ledger
/// (<c>{"entry":{…}}</c>) in its order, so that redirects and judgements come back as they were made. Bounded memory.
/// </remarks>
public static class IdentityBackup
{
    private const int AtOnce = 1_000;

    /// <summary>Writes a backup.</summary>
    /// <returns>How many families and entries were written.</returns>
    /// <exception cref="StoreUnavailableException">The store cannot be reached.</exception>
    public static async Task<(int Families, int Entries)> ExportAsync(IIdentityStore store, TextWriter output, CancellationToken cancellationToken)
    {
        var families = 0;
        await foreach (var (family, record) in store.ReadAllFamiliesAsync(cancellationToken))
        {
            await output.WriteLineAsync($$"""{"family":"{{family}}","record":{{record}}}""".AsMemory(), cancellationToken);
            families++;
        }

        var entries = 0;
        for (var position = IIdentityStore.Beginning; ;)
        {
            var page = await store.ReadLedgerAsync(position, AtOnce, cancellationToken);
            if (page.Count == 0)
                return (families, entries);
            foreach (var logged in page)
                await output.WriteLineAsync($$"""{"entry":{{logged.Entry}}}""".AsMemory(), cancellationToken);
            entries += page.Count;
            position = page[^1].Position;
        }
    }

    /// <summary>Reads a backup into a store whose ledger is empty; minted entities that are there already are kept.</summary>
    /// <returns>How many families and entries were written.</returns>
    /// <exception cref="InvalidDataException">A line is none of a backup, or the ledger is not empty; names the line.</exception>
    /// <exception cref="StoreUnavailableException">The store cannot be reached: nothing is lost by importing again into an empty one.</exception>
    public static async Task<(int Families, int Entries)> ImportAsync(IIdentityStore store, TextReader input, CancellationToken cancellationToken)
    {
        if ((await store.ReadLedgerAsync(IIdentityStore.Beginning, 1, cancellationToken)).Count > 0)
            throw new InvalidDataException("the store has judgements of its own: import into an empty one");
        var pending = new List<FamilyChange>();
        var (families, entries, number, position) = (0, 0, 0, IIdentityStore.Beginning);
        while (await input.ReadLineAsync(cancellationToken) is { } line)
        {
            var read = Parse(line, ++number);
            if (read.Record is { } record)
            {
                pending.Add(new FamilyChange(read.Family!, null, record, [.. MintedFamily.Parse(record).Members.Select(member => member.Id)]));
                if (pending.Count == AtOnce)
                    families += await WriteAsync(store, pending, number, cancellationToken);
                continue;
            }

            position = await store.AppendAsync(read.Entry!, position, cancellationToken)
                ?? throw new InvalidDataException($"line {number}: somebody else changes the store");
            entries++;
        }

        families += await WriteAsync(store, pending, number, cancellationToken);
        return (families, entries);
    }

    private static async Task<int> WriteAsync(
        IIdentityStore store, List<FamilyChange> changes, int line, CancellationToken cancellationToken)
    {
        var written = await store.WriteFamiliesAsync(changes, cancellationToken);
        for (var i = 0; i < changes.Count; i++)
        {
            if (written[i] != changes[i].Record)
                throw new InvalidDataException($"before line {line}: the store has minted '{changes[i].Family}' otherwise: import into an empty one");
        }

        var count = changes.Count;
        changes.Clear();
        return count;
    }

    private static (string? Family, string? Record, string? Entry) Parse(string line, int number)
    {
        try
        {
            var read = JsonSerializer.Deserialize(line, BackupJson.Default.BackupLine);
            if (read is { Family: { Length: MintedId.FamilyLength } family, Record: { } record, Entry: null })
                return (family, Checked(record.GetRawText(), text => MintedFamily.Parse(text)), null);
            if (read is { Family: null, Record: null, Entry: { } entry })
                return (null, null, Checked(entry.GetRawText(), text => LedgerEntry.Parse(text)));
            throw new InvalidDataException("neither a family with its record nor an entry");
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidDataException)
        {
            throw new InvalidDataException($"line {number}: {wrong.Message}", wrong);
        }
    }

    private static string Checked<T>(string text, Func<string, T> parse)
    {
        parse(text);
        return text;
    }
}

/// <summary>A line of a backup.</summary>
internal sealed record BackupLine(string? Family, JsonElement? Record, JsonElement? Entry);

/// <summary>Generated serializer of backup lines.</summary>
[JsonSerializable(typeof(BackupLine))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
internal sealed partial class BackupJson : JsonSerializerContext;
