namespace EntityRes.Resolution.Candidates;

/// <summary>Counts the typing errors between one word and many others, 64 letters at a time.</summary>
/// <remarks>
/// The same distance as <see cref="EditDistance"/>: insertions, deletions, substitutions and swaps of neighbours. O(length of the
/// other word), no allocation. Not thread-safe. Source: Hyyrö, A bit-vector algorithm for computing Levenshtein and Damerau edit
/// distances (2003).
/// </remarks>
internal sealed class WordDistance
{
    private const int LongestWord = 64;

    private readonly ulong[] _asciiPlaces = new ulong[128]; // the places of each letter in the word, a bit each
    private readonly char[] _word = new char[LongestWord];
    private int _length;

    /// <summary>Sets the word to measure against.</summary>
    /// <returns>False when it is too long or empty; it then must not be measured against.</returns>
    internal bool TrySet(ReadOnlySpan<char> word)
    {
        foreach (var c in _word.AsSpan(0, _length))
        {
            if (c < 128)
                _asciiPlaces[c] = 0;
        }

        _length = 0;
        if (word.Length is 0 or > LongestWord)
            return false;
        word.CopyTo(_word);
        _length = word.Length;
        for (var i = 0; i < word.Length; i++)
        {
            if (word[i] < 128)
                _asciiPlaces[word[i]] |= 1UL << i;
        }

        return true;
    }

    /// <summary>Counts the edits between the word and another.</summary>
    internal int To(ReadOnlySpan<char> other)
    {
        ulong positive = ulong.MaxValue, negative = 0, diagonal = 0, lastPlaces = 0;
        var lastBit = 1UL << (_length - 1);
        var distance = _length;
        foreach (var c in other)
        {
            var places = Places(c);
            var swapped = ((~diagonal & places) << 1) & lastPlaces;
            diagonal = (((places & positive) + positive) ^ positive) | places | negative | swapped;
            var horizontalPositive = negative | ~(diagonal | positive);
            var horizontalNegative = diagonal & positive;
            if ((horizontalPositive & lastBit) != 0)
                distance++;
            if ((horizontalNegative & lastBit) != 0)
                distance--;
            horizontalPositive = (horizontalPositive << 1) | 1;
            horizontalNegative <<= 1;
            positive = horizontalNegative | ~(diagonal | horizontalPositive);
            negative = horizontalPositive & diagonal;
            lastPlaces = places;
        }

        return distance;
    }

    private ulong Places(char c)
    {
        if (c < 128)
            return _asciiPlaces[c];
        var places = 0UL;
        for (var i = 0; i < _length; i++)
        {
            if (_word[i] == c)
                places |= 1UL << i;
        }

        return places;
    }
}
