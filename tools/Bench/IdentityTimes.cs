using System.Diagnostics;
using System.Globalization;
using EntityRes.Resolution;
using EntityRes.Resolution.CanonicalIds;
using EntityRes.Resolution.Catalogue;
using EntityRes.Resolution.Ledger;
using EntityRes.Resolution.Scoring;
using EntityRes.Resolver.Identity;
using EntityRes.Resolver.Stores;
using Microsoft.Extensions.Logging.Abstractions;
using StackExchange.Redis;

namespace EntityRes.Bench;

/// <summary>Minting, its memory, and how late another replica sees a change.</summary>
internal static class IdentityTimes
{
    private const int NamesAtOnce = 1_000;
    private const int Changes = 1_000;
    private static readonly TimeSpan ChangeInterval = TimeSpan.FromMilliseconds(7); // not in step with the follower

    internal static async Task MeasureAsync(string? redis, int names, TextWriter output)
    {
        var folder = Directory.CreateTempSubdirectory("entityres-identity-").FullName;
        try
        {
            await using var store = await IdentityStores.OpenAsync(redis, folder);
            await using var replica = await IdentityStores.OpenAsync(redis, folder);
            await MeasureChangesAsync(store, replica, output);
            var before = await UsedBytesAsync(redis, folder);
            await MeasureMintingAsync(store, names, output);
            var used = await UsedBytesAsync(redis, folder) - before;
            output.WriteLine(FormattableString.Invariant($"{(redis is null ? "file" : "redis memory")}: {used / 1e6:F0} MB, {(double)used / names:F0} bytes a name"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task MeasureMintingAsync(IIdentityStore store, int names, TextWriter output)
    {
        var assigner = new CanonicalIdAssigner(store);
        var watch = Stopwatch.StartNew();
        foreach (var some in Enumerable.Range(0, names).Chunk(NamesAtOnce))
        {
            await assigner.AssignAsync(
                [.. some.Select(i => new NameSighting(EntityType.Organization, $"Gesellschaft {i} Holding", $"document-{i}", null))], mint: true, default);
        }

        output.WriteLine(FormattableString.Invariant($"minting: {names} names, {names / watch.Elapsed.TotalSeconds:F0} a second, {NamesAtOnce} at once"));
    }

    private static async Task MeasureChangesAsync(IIdentityStore store, IIdentityStore replica, TextWriter output)
    {
        using var compiled = ShippedCatalogue.LoadOr(null);
        var model = ScoringModel.Load();
        using var writer = new LiveCatalogue(compiled, model, store, TimeProvider.System);
        using var reader = new LiveCatalogue(compiled, model, replica, TimeProvider.System);
        using var follower = new LedgerFollower(reader, NullLogger<LedgerFollower>.Instance);
        await follower.StartAsync(default);
        var lateMs = new double[Changes];
        for (var i = 0; i < Changes; i++)
        {
            await Task.Delay(ChangeInterval);
            await writer.AppendAsync(
                _ => new LedgerEntry(LedgerEntryKind.AliasAdded, ["Q567"], "bench", "", DateTimeOffset.UnixEpoch) { Alias = $"Alias {i}" }, default);
            var watch = Stopwatch.StartNew();
            while (reader.Current.Position != writer.Current.Position)
                await Task.Yield();
            lateMs[i] = watch.Elapsed.TotalMilliseconds;
        }

        await follower.StopAsync(default);
        Array.Sort(lateMs);
        output.WriteLine(FormattableString.Invariant(
            $"a change of another replica is seen after: p50 {lateMs[Changes / 2]:F1} ms, p99 {lateMs[Changes * 99 / 100]:F1} ms, most {lateMs[^1]:F1} ms ({Changes} changes)"));
    }

    private static async Task<long> UsedBytesAsync(string? redis, string folder)
    {
        if (redis is null)
            return new DirectoryInfo(folder).EnumerateFiles().Sum(file => file.Length);
        await using var connection = await ConnectionMultiplexer.ConnectAsync(redis + ",allowAdmin=true"); // INFO
        var info = await connection.GetServers()[0].InfoAsync("memory");
        return long.Parse(info[0].First(pair => pair.Key == "used_memory").Value, CultureInfo.InvariantCulture);
    }
}
