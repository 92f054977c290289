namespace EntityRes.Extraction.Coreference;

/// <summary>Disjoint sets of mentions → chains as callers see them: the mentions that are kept, and an array with the members of each
/// chain side by side. Reusable, not thread-safe.</summary>
internal sealed class ChainWriter
{
    private readonly List<Mention> _kept = [];
    private readonly List<CoreferenceChain> _chains = [];
    private int[] _chainAt = [];  // by chain of the set: its place in the output, or -1
    private int[] _chainOf = [];  // by kept mention
    private int[] _ends = [];     // by chain: number of its members, then where they end
    private int[] _members = [];

    /// <summary>Writes the chains of the mentions that are kept.</summary>
    /// <param name="document">The document.</param>
    /// <param name="chains">Its chains.</param>
    /// <param name="isKept">Whether a mention is kept.</param>
    public LinkedMentions Write(DocumentFacts document, ChainSet chains, Func<DocumentFacts, ChainSet, int, bool> isKept)
    {
        Reserve(document.Count);
        _kept.Clear();
        _chains.Clear();
        var count = 0;
        _chainAt.AsSpan(0, document.Count).Fill(-1);
        for (var i = 0; i < document.Count; i++)
        {
            if (!isKept(document, chains, i))
                continue;
            ref var chain = ref _chainAt[chains.ChainOf(i)];
            if (chain < 0)
                _ends[chain = count++] = 0;
            _ends[chain]++;
            _chainOf[_kept.Count] = chain;
            _kept.Add(document.Mentions[i].Mention);
        }

        Group(count);
        return new LinkedMentions(_kept, _chains);
    }

    private void Group(int count)
    {
        var total = 0;
        for (var chain = 0; chain < count; chain++)
            (_ends[chain], total) = (total, total + _ends[chain]);
        for (var mention = 0; mention < _kept.Count; mention++)
            _members[_ends[_chainOf[mention]]++] = mention;
        for (int chain = 0, start = 0; chain < count; start = _ends[chain++])
        {
            var members = new ArraySegment<int>(_members, start, _ends[chain] - start);
            var representative = Representative(members);
            _chains.Add(new CoreferenceChain(members, representative, _kept[representative].Type));
        }
    }

    private int Representative(ReadOnlySpan<int> chain)
    {
        var best = chain[0];
        foreach (var candidate in chain)
        {
            var isBetter = _kept[candidate].Kind != _kept[best].Kind
                ? _kept[candidate].Kind < _kept[best].Kind
                : _kept[candidate].Span.Length > _kept[best].Span.Length;
            if (isBetter)
                best = candidate;
        }

        return best;
    }

    private void Reserve(int mentions)
    {
        if (_members.Length >= mentions)
            return;
        _chainAt = new int[mentions * 2];
        _chainOf = new int[mentions * 2];
        _ends = new int[mentions * 2];
        _members = new int[mentions * 2];
    }
}
