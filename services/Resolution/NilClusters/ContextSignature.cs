using System.Buffers;
using System.Buffers.Binary;
using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;

namespace EntityRes.Resolution.NilClusters;

/// <summary>
/// In what surroundings a name was seen: the hashes of its heaviest context features with their weights, small enough to lie beside
/// every minted entity. Tells two bearers of one name apart. Immutable; equal by value.
/// </summary>
/// <remarks>
/// At most <see cref="MostFeatures"/> features of 32 bits each; which stay when there are more: weight ↓, hash ↑, so that the result
/// does not depend on the order of the features. Figures: <c>docs/results/crossdoc.md</c>.
/// </remarks>
public sealed class ContextSignature : IEquatable<ContextSignature>
{
    /// <summary>Features that are kept.</summary>
    public const int MostFeatures = 32;

    /// <summary>Characters of the longest text form, all ASCII.</summary>
    public const int MostTextLength = 1 + ((MostFeatures * FeatureBytes * 4 + 2) / 3);

    /// <summary>The bit of a feature's hash that says whether it is a country.</summary>
    internal const ulong CountryBit = 1UL << 32;

    private const int FeatureBytes = 5;
    private const char FormatVersion = '1';

    private readonly uint[] _hashes; // ascending
    private readonly byte[] _weights; // 1–255, parallel to _hashes

    private ContextSignature(uint[] hashes, byte[] weights)
    {
        _hashes = hashes;
        _weights = weights;
        foreach (var weight in weights)
            Weight += weight;
    }

    /// <summary>Of a name of whose surroundings nothing is known.</summary>
    public static ContextSignature Empty { get; } = new([], []);

    /// <summary>Sum of the weights of all kept features: how much is known, 0–8160.</summary>
    public int Weight { get; }

    /// <summary>Kept features, 0–<see cref="MostFeatures"/>.</summary>
    public int Count => _hashes.Length;

    /// <summary>The signature of features.</summary>
    /// <param name="features">Hashes, in any order; a feature weighs as often as it occurs.</param>
    public static ContextSignature Of(ReadOnlySpan<ulong> features)
    {
        var weighted = new ulong[features.Length];
        for (var i = 0; i < weighted.Length; i++)
            weighted[i] = Weighted(features[i], 1);
        return OfWeighted(weighted);
    }

    /// <summary>The signature of features with their weights; those of one feature add up. Allocates only the signature.</summary>
    /// <param name="features">What <see cref="Weighted"/> gave, in any order; left in disorder.</param>
    internal static ContextSignature OfWeighted(Span<ulong> features)
    {
        if (features.IsEmpty)
            return Empty;
        features.Sort();
        var distinct = 0;
        for (int first = 0, next; first < features.Length; first = next)
        {
            var weight = 0;
            for (next = first; next < features.Length && features[next] >> 32 == features[first] >> 32; next++)
                weight += (int)(uint)features[next];
            features[distinct++] = Ranked((uint)(features[first] >> 32), weight);
        }

        return Bound(features[..distinct]);
    }

    /// <summary>A feature and its weight as one number.</summary>
    internal static ulong Weighted(ulong feature, int weight) => (feature & ~(ulong)uint.MaxValue) | (uint)weight;

    /// <summary>How much two surroundings have in common, relative to the one of which less is known.</summary>
    /// <returns>0–1: shared weight over the smaller weight; 0 when either is empty. Symmetric.</returns>
    /// <remarks>Relative to the smaller, because an entity seen in many documents has collected much that one document lacks.</remarks>
    public double Similarity(ContextSignature other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (Weight == 0 || other.Weight == 0)
            return 0;
        var shared = 0;
        for (int i = 0, j = 0; i < Count && j < other.Count;)
        {
            var order = _hashes[i].CompareTo(other._hashes[j]);
            if (order == 0)
                shared += Math.Min(_weights[i], other._weights[j]);
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }

        return (double)shared / Math.Min(Weight, other.Weight);
    }

    /// <summary>Whether bearers of one name in these surroundings may be one entity.</summary>
    /// <param name="other">The other surroundings.</param>
    /// <param name="limits">What tells two bearers apart.</param>
    /// <returns>
    /// True unless enough is known of both, each belongs to countries that the other has nothing to do with, and they have too little
    /// else in common. To have nothing in common is not enough: one and the same company makes profits today and cars tomorrow.
    /// </returns>
    public bool Compatible(ContextSignature other, ContextLimits limits)
    {
        ArgumentNullException.ThrowIfNull(other);
        ArgumentNullException.ThrowIfNull(limits);
        return Weight < limits.LeastWeight || other.Weight < limits.LeastWeight || Similarity(other) >= limits.LeastSimilarity01
            || !HasCountry || !other.HasCountry || SharesCountry(other);
    }

    private bool HasCountry => Array.Exists(_hashes, IsCountry);

    private bool SharesCountry(ContextSignature other) =>
        Array.Exists(_hashes, hash => IsCountry(hash) && Array.BinarySearch(other._hashes, hash) >= 0);

    private static bool IsCountry(uint hash) => (hash & (uint)(CountryBit >> 32)) != 0;

    /// <summary>As <see cref="Compatible(ContextSignature, ContextLimits)"/>, by <see cref="ContextLimits.Default"/>.</summary>
    public bool Compatible(ContextSignature other) => Compatible(other, ContextLimits.Default);

    /// <summary>Both surroundings as one: weights add up, the heaviest features stay. Symmetric.</summary>
    public ContextSignature Merge(ContextSignature other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (other.Weight == 0)
            return this;
        if (Weight == 0)
            return other;
        Span<ulong> ranked = stackalloc ulong[2 * MostFeatures];
        var distinct = 0;
        for (int i = 0, j = 0; i < Count || j < other.Count;)
        {
            var order = i == Count ? 1 : j == other.Count ? -1 : _hashes[i].CompareTo(other._hashes[j]);
            var hash = order <= 0 ? _hashes[i] : other._hashes[j];
            var weight = 0;
            if (order <= 0)
                weight += _weights[i++];
            if (order >= 0)
                weight += other._weights[j++];
            ranked[distinct++] = Ranked(hash, weight);
        }

        return Bound(ranked[..distinct]);
    }

    /// <summary>A short ASCII form, at most <see cref="MostTextLength"/> characters; empty for <see cref="Empty"/>.</summary>
    public string ToText()
    {
        if (Count == 0)
            return "";
        Span<byte> bytes = stackalloc byte[MostFeatures * FeatureBytes];
        for (var i = 0; i < Count; i++)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(bytes[(i * FeatureBytes)..], _hashes[i]);
            bytes[(i * FeatureBytes) + FeatureBytes - 1] = _weights[i];
        }

        return FormatVersion + Base64Url.EncodeToString(bytes[..(Count * FeatureBytes)]);
    }

    /// <summary>Reads what <see cref="ToText"/> wrote.</summary>
    /// <param name="text">The text form; null and foreign text give false.</param>
    /// <param name="signature">The signature; null when false is returned.</param>
    public static bool TryParse(string? text, [NotNullWhen(true)] out ContextSignature? signature)
    {
        signature = text is "" ? Empty : null;
        if (signature is not null)
            return true;
        Span<byte> bytes = stackalloc byte[MostFeatures * FeatureBytes];
        if (text is null || text.Length > MostTextLength || text[0] != FormatVersion
            || Base64Url.DecodeFromChars(text.AsSpan(1), bytes, out _, out var length) != OperationStatus.Done
            || length == 0 || length % FeatureBytes != 0)
            return false;
        var hashes = new uint[length / FeatureBytes];
        var weights = new byte[hashes.Length];
        for (var i = 0; i < hashes.Length; i++)
        {
            hashes[i] = BinaryPrimitives.ReadUInt32LittleEndian(bytes[(i * FeatureBytes)..]);
            weights[i] = bytes[(i * FeatureBytes) + FeatureBytes - 1];
            if (weights[i] == 0 || (i > 0 && hashes[i] <= hashes[i - 1]))
                return false;
        }

        signature = new ContextSignature(hashes, weights);
        return true;
    }

    /// <inheritdoc/>
    public bool Equals(ContextSignature? other) =>
        other is not null && _hashes.AsSpan().SequenceEqual(other._hashes) && _weights.AsSpan().SequenceEqual(other._weights);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ContextSignature);

    /// <inheritdoc/>
    public override int GetHashCode() => Count == 0 ? 0 : HashCode.Combine(Count, Weight, _hashes[0]);

    /// <inheritdoc/>
    public override string ToString() => ToText();

    // A feature as a number that sorts by weight ↓, hash ↑.
    private static ulong Ranked(uint hash, int weight) => ((ulong)(uint.MaxValue - (uint)weight) << 32) | hash;

    private static int WeightOf(ulong ranked) => (int)(uint.MaxValue - (uint)(ranked >> 32));

    // When a weight outgrows its byte, all are divided alike: their ratios are what counts.
    private static ContextSignature Bound(Span<ulong> ranked)
    {
        ranked.Sort();
        var divisor = (WeightOf(ranked[0]) + byte.MaxValue - 1) / byte.MaxValue;
        var (hashes, weights) = (new uint[Math.Min(MostFeatures, ranked.Length)], new byte[Math.Min(MostFeatures, ranked.Length)]);
        for (var i = 0; i < hashes.Length; i++)
            (hashes[i], weights[i]) = ((uint)ranked[i], (byte)((WeightOf(ranked[i]) + divisor - 1) / divisor));
        Array.Sort(hashes, weights);
        return new ContextSignature(hashes, weights);
    }
}
