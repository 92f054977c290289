using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;
using EntityRes.Extraction.Mentions.Tagging;

namespace EntityRes.Trainer.Tagging;

/// <summary>Network → model file: weights become whole numbers, features that do nothing go.</summary>
/// <remarks>The same network gives the same bytes.</remarks>
internal sealed class ModelWriter : IDisposable
{
    private const int MaxWordWeight = 2047;
    private const int MaxOutputWeight = 255;
    private const int MaxFeatures = 60_000;
    private const int Impossible = -10_000_000;

    private readonly MemoryStream _payload = new();

    /// <summary>Writes the file.</summary>
    /// <param name="network">Trained weights.</param>
    /// <param name="features">Feature hashes and their rows in the network.</param>
    /// <param name="lexicon">What is known of words.</param>
    /// <param name="phrases">Names of several words.</param>
    /// <param name="frequentWords">Words to project at load.</param>
    /// <param name="version">Version string.</param>
    public static byte[] Write(
        Network network, IReadOnlyDictionary<ulong, int> features, SortedDictionary<uint, WordEntry> lexicon,
        SortedDictionary<uint, byte> phrases, IEnumerable<string> frequentWords, string version)
    {
        using var writer = new ModelWriter();
        writer.WritePayload(network, features, lexicon, phrases, frequentWords, version);
        var payload = writer._payload.ToArray();
        var file = new byte[TaggerModelFile.HeaderLength + payload.Length];
        BinaryPrimitives.WriteUInt32LittleEndian(file, TaggerModelFile.Magic);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(4), TaggerModelFile.Format);
        BinaryPrimitives.WriteInt64LittleEndian(file.AsSpan(8), payload.Length);
        BinaryPrimitives.WriteUInt64LittleEndian(file.AsSpan(16), TaggerModelFile.Checksum(payload));
        payload.CopyTo(file.AsSpan(TaggerModelFile.HeaderLength));
        return file;
    }

    public void Dispose() => _payload.Dispose();

    private void WritePayload(
        Network network, IReadOnlyDictionary<ulong, int> features, SortedDictionary<uint, WordEntry> lexicon,
        SortedDictionary<uint, byte> phrases, IEnumerable<string> frequentWords, string version)
    {
        var featureScale = 127 / Largest(network.FeatureVectors, 0.9998);
        var shift = 0;
        var largestWeight = Largest(network.WordToHidden, 1);
        while (TaggerModel.HiddenScale * (2 << shift) / featureScale * largestWeight <= MaxWordWeight)
            shift++;
        var wordScale = TaggerModel.HiddenScale * (1 << shift) / featureScale;
        var outputScale = MaxOutputWeight / Largest(network.HiddenToTags, 1);
        var scoreScale = TaggerModel.HiddenScale * outputScale;

        Text(version);
        Array<int>([network.Dimensions]);
        Array<int>([network.Hidden]);
        Array<float>([scoreScale]);
        Array<int>([shift]);
        Lexicon(lexicon);
        Array<uint>(phrases.Keys.ToArray());
        Array<byte>(phrases.Values.ToArray());
        Features(network, features, featureScale);
        Array<short>(Round(network.WordToHidden, wordScale, MaxWordWeight).Select(w => (short)w).ToArray());
        Contexts(network);
        Array<short>(Round(network.HiddenBias, TaggerModel.HiddenScale, TaggerModel.MaxContext * 4).Select(w => (short)w).ToArray());
        Array<short>(Round(network.HiddenToTags, outputScale, MaxOutputWeight).Select(w => (short)w).ToArray());
        var bias = Round(network.TagBias, scoreScale, int.MaxValue / 2);
        for (var tag = 0; tag < bias.Length; tag++)
            bias[tag] = TagScheme.IsUsed(tag) ? bias[tag] : Impossible;
        Array<int>(bias);
        Array<int>(Round(network.Transitions.Starts, scoreScale, int.MaxValue / 2));
        Array<int>(Round(network.Transitions.First, scoreScale, int.MaxValue / 2));
        Array<int>(Round(network.Transitions.Continues, scoreScale, int.MaxValue / 2));
        Text(string.Join('\n', frequentWords));
    }

    private void Lexicon(SortedDictionary<uint, WordEntry> lexicon)
    {
        Array<uint>(lexicon.Keys.ToArray());
        Array<ushort>(lexicon.Values.Select(entry => entry.LowerCluster).ToArray());
        Array<ushort>(lexicon.Values.Select(entry => entry.CapitalCluster).ToArray());
        Array<byte>(lexicon.Values.Select(entry => entry.CapitalShare).ToArray());
        Array<ushort>(lexicon.Values.Select(entry => entry.Lists).ToArray());
    }

    private void Features(Network network, IReadOnlyDictionary<ulong, int> features, float scale)
    {
        var keys = new List<uint>();
        var weights = new List<sbyte>();
        var seen = new HashSet<uint>();
        foreach (var (hash, row) in Strongest(network, features))
        {
            var vector = Round(network.FeatureVectors.AsSpan(row * network.Dimensions, network.Dimensions).ToArray(), scale, 127);
            if (vector.All(weight => weight == 0) || !seen.Add(FeatureTable.KeyOf(hash)))
                continue;
            keys.Add(FeatureTable.KeyOf(hash));
            weights.AddRange(vector.Select(weight => (sbyte)weight));
        }

        Array<uint>(CollectionsMarshal.AsSpan(keys));
        Array<sbyte>(CollectionsMarshal.AsSpan(weights));
    }

    /// <summary>The features with the longest vectors, in the order of their rows.</summary>
    private static IEnumerable<KeyValuePair<ulong, int>> Strongest(Network network, IReadOnlyDictionary<ulong, int> features) =>
        features
            .OrderByDescending(feature => network.FeatureVectors.AsSpan(feature.Value * network.Dimensions, network.Dimensions) is var row ? Kernels.Dot(row, row) : 0)
            .ThenBy(feature => feature.Value).Take(MaxFeatures).OrderBy(feature => feature.Value);

    private void Contexts(Network network)
    {
        var rows = new List<int>();
        var weights = new List<short>();
        for (var row = 0; row < network.ContextToHidden.Length / network.Hidden; row++)
        {
            var vector = Round(
                network.ContextToHidden.AsSpan(row * network.Hidden, network.Hidden).ToArray(), TaggerModel.HiddenScale, TaggerModel.MaxContext);
            if (row % ContextFeatures.Values == 0 || vector.All(weight => weight == 0))
                continue;
            rows.Add(row);
            weights.AddRange(vector.Select(weight => (short)weight));
        }

        Array<int>(CollectionsMarshal.AsSpan(rows));
        Array<short>(CollectionsMarshal.AsSpan(weights));
    }

    private static int[] Round(float[] weights, float scale, int limit) =>
        [.. weights.Select(weight => (int)Math.Clamp(MathF.Round(weight * scale), -limit, limit))];

    /// <summary>The value that a share of the absolute weights does not exceed.</summary>
    private static float Largest(float[] weights, double share)
    {
        var sizes = weights.Select(MathF.Abs).Order().ToArray();
        return Math.Max(1e-6f, sizes[(int)((sizes.Length - 1) * share)]);
    }

    private void Text(string text) => Array<byte>(Encoding.UTF8.GetBytes(text));

    private void Array<T>(ReadOnlySpan<T> items)
        where T : unmanaged
    {
        Span<byte> count = stackalloc byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(count, items.Length);
        _payload.Write(count);
        _payload.Write(MemoryMarshal.AsBytes(items));
        while (_payload.Length % 8 != 0)
            _payload.WriteByte(0);
    }
}
