using System.Diagnostics;
using EntityRes.Resolution.Catalogue;
using EntityRes.Text;

namespace EntityRes.Bench;

/// <summary>Times of opening and looking up in a catalogue, with names drawn at random from it.</summary>
/// <remarks>BenchmarkDotNet measures one key over and over, from the cache; this measures many keys once each, from memory.
/// Means are of processor time, so that a busy machine does not count.</remarks>
internal static class LookupTimes
{
    private const int BatchKeys = 10_000; // few enough to stay in the cache, as a key that was just made does
    private const int Batches = 20;
    private const int FuzzyKeys = 5_000;
    private const int Rounds = 3;

    internal static void Measure(string path)
    {
        var watch = Stopwatch.StartNew();
        using var catalogue = EntityCatalogue.Open(path);
        Console.WriteLine($"open {watch.Elapsed.TotalMilliseconds:F1} ms, first in the process");
        watch.Restart();
        EntityCatalogue.Open(path).Dispose();
        Console.WriteLine($"open {watch.Elapsed.TotalMilliseconds:F1} ms, again");
        var counts = catalogue.Counts;
        Console.WriteLine($"{counts.Entities:N0} entities, {counts.Aliases:N0} aliases, {(double)new FileInfo(path).Length / counts.Aliases:F1} bytes an alias");

        var random = new Random(1);
        for (var round = 0; round < Rounds; round++)
        {
            var (present, absent) = (0.0, 0.0);
            for (var batch = 0; batch < Batches; batch++)
            {
                present += Exact(catalogue, Draw(catalogue, random, BatchKeys)) / Batches;
                absent += Exact(catalogue, [.. Draw(catalogue, random, BatchKeys).Select(key => key + "q")]) / Batches;
            }

            Console.WriteLine($"exact {present:F0} ns of processor time a key of the catalogue, {absent:F0} ns another key");
            Fuzzy(catalogue, [.. Draw(catalogue, random, FuzzyKeys).Select(key => Misspell(random, key))]);
        }

        var keys = Draw(catalogue, random, 2);
        Allocations(catalogue, keys[0], Misspell(random, keys[1]));
    }

    private static string[] Draw(EntityCatalogue catalogue, Random random, int count) => [.. Enumerable.Range(0, count)
        .Select(_ => AliasKey.Of(catalogue.Entities[random.Next(catalogue.Entities.Count)].Name)).Where(key => key.Length > 0)];

    private static double Exact(EntityCatalogue catalogue, string[] keys)
    {
        var found = 0L;
        var start = Environment.CpuUsage.TotalTime;
        foreach (var key in keys)
            found += catalogue.Names.Find(key).Length;
        var time = (Environment.CpuUsage.TotalTime - start).TotalNanoseconds / keys.Length;
        if (found < 0)
            throw new InvalidOperationException("lookups were optimised away");
        return time;
    }

    private static void Fuzzy(EntityCatalogue catalogue, string[] keys)
    {
        var (scratch, hits) = (new SpellingScratch(), new List<(int Entity, int Edits)>());
        var times = new double[keys.Length];
        var found = 0;
        var cpu = Environment.CpuUsage.TotalTime;
        for (var i = 0; i < keys.Length; i++)
        {
            var start = Stopwatch.GetTimestamp();
            catalogue.Spellings.Find(keys[i], 2, scratch, hits);
            times[i] = Stopwatch.GetElapsedTime(start).TotalMicroseconds;
            found += hits.Count > 0 ? 1 : 0;
        }

        var mean = (Environment.CpuUsage.TotalTime - cpu).TotalMicroseconds / keys.Length;
        Array.Sort(times);
        Console.WriteLine(
            $"fuzzy {mean:F1} µs of processor time on average; by the clock median {times[keys.Length / 2]:F1} µs, p90 {times[keys.Length * 9 / 10]:F1}, p99 {times[keys.Length * 99 / 100]:F1}; {100.0 * found / keys.Length:F1} % found");
    }

    private static void Allocations(EntityCatalogue catalogue, string key, string misspelt)
    {
        var (scratch, hits) = (new SpellingScratch(), new List<(int Entity, int Edits)>());
        catalogue.Spellings.Find(misspelt, 2, scratch, hits);
        var before = GC.GetAllocatedBytesForCurrentThread();
        catalogue.Names.Find(key);
        catalogue.Spellings.Find(misspelt, 2, scratch, hits);
        Console.WriteLine($"{GC.GetAllocatedBytesForCurrentThread() - before} bytes allocated by one lookup of each kind");
    }

    // One or two letters are dropped, doubled, swapped or changed.
    private static string Misspell(Random random, string key)
    {
        for (var edits = random.Next(1, 3); edits > 0 && key.Length > 3; edits--)
        {
            var i = random.Next(key.Length - 1);
            key = random.Next(4) switch
            {
                0 => key.Remove(i, 1),
                1 => key.Insert(i, key[i..(i + 1)]),
                2 => key[..i] + key[i + 1] + key[i] + key[(i + 2)..],
                _ => key[..i] + (char)('a' + random.Next(26)) + key[(i + 1)..],
            };
        }

        return key;
    }
}
