using EntityRes.Resolution;
using EntityRes.Resolution.Catalogue;
using EntityRes.Resolution.Scoring;

namespace EntityRes.Bench;

/// <summary>Processor time and allocated bytes of resolving one article's mentions.</summary>
internal static class ResolutionTimes
{
    private const int Rounds = 15;
    private const int ArticlesARound = 500;

    internal static void Measure(TextWriter output)
    {
        using var catalogue = ShippedCatalogue.Load();
        var pipeline = new ResolutionPipeline(catalogue, ScoringModel.Load());
        var query = Articles.Query();
        var best = TimeSpan.MaxValue;
        long allocated = 0;
        for (var round = 0; round < Rounds; round++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            var watch = CpuWatch.StartNew();
            for (var i = 0; i < ArticlesARound; i++)
                pipeline.Resolve(query, CancellationToken.None);
            best = watch.Elapsed < best ? watch.Elapsed : best;
            allocated = (GC.GetAllocatedBytesForCurrentThread() - before) / ArticlesARound;
        }

        output.WriteLine(FormattableString.Invariant(
            $"resolving {query.Chains.Sum(chain => chain.Mentions.Count)} mentions in {query.Chains.Count} chains: {best.TotalMicroseconds / ArticlesARound:F0} µs of processor time, {allocated} bytes allocated"));
    }
}
