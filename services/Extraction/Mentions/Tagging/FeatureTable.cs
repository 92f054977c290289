namespace EntityRes.Extraction.Mentions.Tagging;

/// <summary>Feature hash → its vector of 8-bit weights. Immutable, thread-safe.</summary>
internal sealed class FeatureTable
{
    private readonly uint[] _keys; // uint[2^n], open addressing, 0 = free
    private readonly int[] _rows; // row of each key
    private readonly int _mask;

    /// <summary>Builds the table.</summary>
    /// <param name="keys">Keys made by <see cref="KeyOf"/>, one a row.</param>
    /// <param name="weights">sbyte[rows × dimensions].</param>
    /// <param name="dimensions">Length of a row.</param>
    public FeatureTable(ReadOnlySpan<uint> keys, sbyte[] weights, int dimensions)
    {
        Weights = weights;
        Dimensions = dimensions;
        var size = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Math.Max(2, keys.Length * 2));
        _keys = new uint[size];
        _rows = new int[size];
        _mask = size - 1;
        for (var row = 0; row < keys.Length; row++)
        {
            var slot = (int)keys[row] & _mask;
            while (_keys[slot] != 0)
                slot = (slot + 1) & _mask;
            _keys[slot] = keys[row];
            _rows[slot] = row;
        }
    }

    /// <summary>sbyte[rows × dimensions].</summary>
    public sbyte[] Weights { get; }

    /// <summary>Length of a row, a multiple of 8.</summary>
    public int Dimensions { get; }

    /// <summary>The key of a feature hash, never 0.</summary>
    public static uint KeyOf(ulong hash) => (uint)(hash >> 32) | 1;

    /// <summary>Adds the feature's vector, if it has one, to a sum.</summary>
    public void AddTo(Span<int> sum, ulong hash)
    {
        var key = KeyOf(hash);
        for (var slot = (int)key & _mask; _keys[slot] != 0; slot = (slot + 1) & _mask)
        {
            if (_keys[slot] != key)
                continue;
            var row = Weights.AsSpan(_rows[slot] * Dimensions, Dimensions);
            for (var d = 0; d < row.Length && d < sum.Length; d++)
                sum[d] += row[d];
            return;
        }
    }
}
