using System.Collections.Concurrent;
using EntityRes.Extraction;

namespace EntityRes.Extractor;

/// <summary>Keeps the pipeline's working memory between requests: one scratch for each request that runs at once.</summary>
internal sealed class ScratchPool
{
    private readonly ConcurrentBag<ExtractionScratch> _idle = [];

    internal ExtractionScratch Rent() => _idle.TryTake(out var scratch) ? scratch : new ExtractionScratch();

    internal void Return(ExtractionScratch scratch) => _idle.Add(scratch);
}
