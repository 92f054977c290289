namespace EntityRes.Resolution.Candidates;

/// <summary>How many typing errors lie between two keys.</summary>
public static class EditDistance
{
    private const int LongestKey = 256; // UTF-16 code units; longer keys are equal or far apart

    /// <summary>Counts insertions, deletions, substitutions and swaps of neighbours, up to a limit.</summary>
    /// <returns>The distance, or <paramref name="limit"/> + 1 when it is larger than the limit.</returns>
    /// <remarks>
    /// O(length · limit), no allocation. Source: optimal string alignment (Damerau 1964), banded as in Ukkonen (1985).
    /// </remarks>
    public static int Within(ReadOnlySpan<char> first, ReadOnlySpan<char> second, int limit)
    {
        if (Math.Abs(first.Length - second.Length) > limit)
            return limit + 1;
        if (Math.Max(first.Length, second.Length) > LongestKey)
            return first.SequenceEqual(second) ? 0 : limit + 1;

        Span<int> beforeLast = stackalloc int[LongestKey + 1];
        Span<int> last = stackalloc int[LongestKey + 1];
        Span<int> row = stackalloc int[LongestKey + 1];
        for (var j = 0; j <= second.Length; j++)
            last[j] = j;
        for (var i = 1; i <= first.Length; i++)
        {
            row[..(second.Length + 1)].Fill(limit + 1);
            row[0] = i;
            var smallest = i <= limit ? i : limit + 1;
            for (var j = Math.Max(1, i - limit); j <= Math.Min(second.Length, i + limit); j++)
            {
                var cost = first[i - 1] == second[j - 1] ? 0 : 1;
                var distance = Math.Min(Math.Min(row[j - 1], last[j]) + 1, last[j - 1] + cost);
                if (i > 1 && j > 1 && first[i - 1] == second[j - 2] && first[i - 2] == second[j - 1])
                    distance = Math.Min(distance, beforeLast[j - 2] + 1);
                row[j] = Math.Min(distance, limit + 1);
                smallest = Math.Min(smallest, row[j]);
            }

            if (smallest > limit)
                return limit + 1;
            var oldest = beforeLast;
            beforeLast = last;
            last = row;
            row = oldest;
        }

        return last[second.Length];
    }
}
