namespace EntityRes.Resolution.Catalogue;

/// <summary>Binary search in a section of pairs sorted by their first number.</summary>
internal static class PairIndex
{
    /// <summary>Finds the pairs that begin with a number. O(log pairs), no allocation.</summary>
    /// <param name="pairs">IndexPair[], ascending.</param>
    /// <param name="from">The first number.</param>
    /// <param name="first">Index of the first such pair.</param>
    /// <returns>How many there are.</returns>
    internal static int FindFirst(MappedSection pairs, int from, out long first)
    {
        first = LowerBound(pairs, (uint)from);
        return (int)(LowerBound(pairs, (uint)from + 1) - first);
    }

    private static long LowerBound(MappedSection pairs, uint from)
    {
        long low = 0, high = pairs.CountOf<IndexPair>();
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (pairs.Record<IndexPair>(middle).From < from)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }
}
