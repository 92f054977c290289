using System.Runtime.InteropServices;
using EntityRes.Resolution.Candidates;

namespace EntityRes.Resolution.Scoring;

/// <summary>Buffers of one run: the candidates of all chains of a document, found once, and the scores of one chain.</summary>
/// <remarks>Not thread-safe: one to a run.</remarks>
internal sealed class ResolutionScratch
{
    private const int MostKept = 1 << 16; // candidates; a larger buffer is given back after its document

    [ThreadStatic]
    private static ResolutionScratch? _idle;

    private readonly List<Candidate> _all = [];
    private readonly List<int> _ends = []; // by chain: one past its last candidate

    /// <summary>Receives the candidates of one chain.</summary>
    internal List<Candidate> Found { get; } = [];

    /// <summary>The scores of one chain.</summary>
    internal List<CandidateScore> Scores { get; } = [];

    /// <summary>Takes the buffers that this thread left, or new ones.</summary>
    internal static ResolutionScratch Rent()
    {
        var scratch = _idle ?? new ResolutionScratch();
        _idle = null;
        scratch._all.Clear();
        scratch._ends.Clear();
        return scratch;
    }

    /// <summary>Leaves the buffers to the next run on this thread.</summary>
    internal void Return()
    {
        if (_all.Capacity <= MostKept)
            _idle = this;
    }

    /// <summary>Keeps what was found for the next chain.</summary>
    internal void Keep()
    {
        _all.AddRange(CollectionsMarshal.AsSpan(Found));
        _ends.Add(_all.Count);
    }

    /// <summary>The candidates that were kept for a chain.</summary>
    internal ReadOnlySpan<Candidate> Of(int chain)
    {
        var start = chain == 0 ? 0 : _ends[chain - 1];
        return CollectionsMarshal.AsSpan(_all)[start.._ends[chain]];
    }
}
