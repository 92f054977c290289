namespace EntityRes.Extraction.Mentions.Tagging;

/// <summary>
/// What the other occurrences of a word in the document were taken for: the votes of a first decoding, which become a context
/// feature of the second.
/// </summary>
/// <remarks>
/// Source: Krishnan and Manning (2006), token-majority features; here with the token's place in the mention and with lower-case
/// occurrences as votes against a name. O(1) a token; memory 64 bytes a distinct capitalised word. Not thread-safe.
/// </remarks>
internal sealed class DocumentEvidence
{
    private const int Stride = 16; // per word: 1..7 types, 8 outside capitalised, 9 outside lower case, 10..13 place U B I L
    private const int OutsideCapital = 8;
    private const int OutsideLower = 9;
    private const int Places = 10;

    private uint[] _keys = new uint[1024]; // open addressing, 0 = free
    private int[] _rows = new int[1024];
    private int[] _votes = new int[512 * Stride];
    private int _count;

    /// <summary>Forgets the document.</summary>
    public void Clear()
    {
        Array.Clear(_keys);
        _count = 0;
    }

    /// <summary>Counts a capitalised token, or one in a mention.</summary>
    /// <param name="key">Key of the lower-case word.</param>
    /// <param name="tag">Its tag in the first decoding.</param>
    public void Add(uint key, byte tag)
    {
        var row = RowOf(key, isAdding: true);
        Vote(row, tag == TagScheme.Outside ? OutsideCapital : TagScheme.TypeOf(tag), tag, 1);
    }

    /// <summary>Counts a lower-case token outside mentions, if the word also occurs capitalised. Call after <see cref="Add"/>.</summary>
    public void AddLower(uint key)
    {
        if (_count > 0 && RowOf(key, isAdding: false) is >= 0 and var row)
            _votes[row + OutsideLower]++;
    }

    /// <summary>The context value of a token: what the rest of the document says.</summary>
    /// <param name="key">Key of its lower-case word.</param>
    /// <param name="tag">Its own tag in the first decoding, whose vote does not count.</param>
    /// <param name="votes">Whether its own vote was counted, by <see cref="Add"/>.</param>
    /// <returns>0 = nothing, else below <see cref="ContextFeatures.Values"/>.</returns>
    public byte ValueOf(uint key, byte tag, bool votes)
    {
        var row = RowOf(key, isAdding: false);
        if (row < 0)
            return 0;
        var own = tag == TagScheme.Outside ? OutsideCapital : TagScheme.TypeOf(tag);
        if (votes)
            Vote(row, own, tag, -1);
        var value = Value(_votes.AsSpan(row, Stride));
        if (votes)
            Vote(row, own, tag, 1);
        return value;
    }

    /// <summary>The type a context value speaks for; 0 for none or against a name.</summary>
    public static int TypeOf(byte value) => value is 0 or > 56 ? 0 : 1 + ((value - 1) / 8);

    private static byte Value(ReadOnlySpan<int> votes)
    {
        int total = 0, best = 1;
        for (var i = 1; i <= OutsideLower; i++)
        {
            total += votes[i];
            if (votes[i] > votes[best])
                best = i;
        }

        if (total == 0)
            return 0;
        var isStrong = votes[best] * 10 >= total * 8 ? 1 : 0;
        if (best >= OutsideCapital)
            return (byte)(57 + ((best - OutsideCapital) * 2) + isStrong);
        var place = 0;
        for (var i = 1; i < 4; i++)
        {
            if (votes[Places + i] > votes[Places + place])
                place = i;
        }

        return (byte)(1 + ((((best - 1) * 4) + place) * 2) + isStrong);
    }

    private void Vote(int row, int outcome, byte tag, int vote)
    {
        _votes[row + outcome] += vote;
        if (tag != TagScheme.Outside)
            _votes[row + Places + (tag >> 3)] += vote;
    }

    private int RowOf(uint key, bool isAdding)
    {
        var mask = _keys.Length - 1;
        var at = (int)(key >> 3) & mask;
        for (; _keys[at] != 0; at = (at + 1) & mask)
        {
            if (_keys[at] == key)
                return _rows[at];
        }

        if (!isAdding)
            return -1;
        if (_count * 2 >= _keys.Length)
        {
            Grow();
            return RowOf(key, isAdding);
        }

        _keys[at] = key;
        _rows[at] = _count++ * Stride;
        if (_votes.Length < _count * Stride)
            Array.Resize(ref _votes, _votes.Length * 2);
        _votes.AsSpan(_rows[at], Stride).Clear();
        return _rows[at];
    }

    private void Grow()
    {
        var (keys, rows) = (_keys, _rows);
        _keys = new uint[keys.Length * 2];
        _rows = new int[keys.Length * 2];
        for (var i = 0; i < keys.Length; i++)
        {
            if (keys[i] == 0)
                continue;
            var at = (int)(keys[i] >> 3) & (_keys.Length - 1);
            while (_keys[at] != 0)
                at = (at + 1) & (_keys.Length - 1);
            (_keys[at], _rows[at]) = (keys[i], rows[i]);
        }
    }
}
