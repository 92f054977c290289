using BenchmarkDotNet.Attributes;
using EntityRes.Resolution;
using EntityRes.Resolution.Catalogue;
using EntityRes.Resolution.Scoring;

namespace EntityRes.Bench;

/// <summary>Resolving one article's mentions, about 65, with the shipped catalogue.</summary>
[MemoryDiagnoser]
public class ResolutionBenchmarks
{
    private readonly ResolutionPipeline _pipeline = new(ShippedCatalogue.Load(), ScoringModel.Load());
    private readonly DocumentQuery _query = Articles.Query();

    /// <summary>Chains → decisions.</summary>
    [Benchmark]
    public int Article() => _pipeline.Resolve(_query, CancellationToken.None).Count;

    /// <summary>The same, every decision explained.</summary>
    [Benchmark]
    public int Explained() => _pipeline.Resolve(_query with { Explain = true }, CancellationToken.None).Count;
}
