using EntityRes.Extraction;

namespace EntityRes.Extractor;

/// <summary>Keeps the buffers of extraction with the core that used them last: what they remember of words is still in its caches.</summary>
/// <remarks>Thread-safe. Keeps at most one for each core; more are made while more run, and dropped.</remarks>
internal sealed class ScratchPool
{
    private readonly ExtractionScratch?[] _idle = new ExtractionScratch?[Environment.ProcessorCount];

    /// <summary>Takes the buffers of this core, else those of another, else new ones.</summary>
    internal ExtractionScratch Get()
    {
        var own = Thread.GetCurrentProcessorId();
        for (var i = 0; i < _idle.Length; i++)
        {
            if (Interlocked.Exchange(ref _idle[(own + i) % _idle.Length], null) is { } idle)
                return idle;
        }

        return new ExtractionScratch();
    }

    /// <summary>Gives buffers back.</summary>
    internal void Return(ExtractionScratch scratch)
    {
        var own = Thread.GetCurrentProcessorId();
        for (var i = 0; i < _idle.Length; i++)
        {
            if (Interlocked.CompareExchange(ref _idle[(own + i) % _idle.Length], scratch, null) is null)
                return;
        }
    }
}
