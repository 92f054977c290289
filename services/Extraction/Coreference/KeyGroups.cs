namespace EntityRes.Extraction.Coreference;

/// <summary>64-bit key → the mentions noted under it, in the order in which they were noted.</summary>
/// <remarks>Note all, then <see cref="Group"/>, then ask. O(1) a mention, no allocation once it has grown. Not thread-safe.</remarks>
internal sealed class KeyGroups
{
    private readonly KeyMap _groups = new();
    private readonly List<(int Group, int Mention)> _noted = [];
    private readonly List<int> _ends = []; // by group: number of its mentions, then where they end
    private int[] _mentions = new int[64];

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        _groups.Clear();
        _noted.Clear();
        _ends.Clear();
    }

    /// <summary>Notes a mention under a key.</summary>
    public void Note(ulong key, int mention)
    {
        var group = _groups.At(key, _ends.Count);
        if (group == _ends.Count)
            _ends.Add(0);
        _ends[group]++;
        _noted.Add((group, mention));
    }

    /// <summary>Puts the mentions of each key together.</summary>
    public void Group()
    {
        if (_mentions.Length < _noted.Count)
            _mentions = new int[_noted.Count * 2];
        var total = 0;
        for (var group = 0; group < _ends.Count; group++)
            (_ends[group], total) = (total, total + _ends[group]);
        foreach (var (group, mention) in _noted)
            _mentions[_ends[group]++] = mention;
    }

    /// <summary>The mentions noted under a key.</summary>
    public ReadOnlySpan<int> Of(ulong key)
    {
        var group = _groups.Find(key);
        if (group < 0)
            return [];
        var start = group == 0 ? 0 : _ends[group - 1];
        return _mentions.AsSpan(start, _ends[group] - start);
    }
}
