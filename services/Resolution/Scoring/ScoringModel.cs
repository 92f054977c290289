using System.Text.Json;

namespace EntityRes.Resolution.Scoring;

/// <summary>Weights and thresholds of the scorer. Immutable.</summary>
public sealed class ScoringModel
{
    private const string Resource = "scoring.json";

    private readonly float[] _weights; // float[features], in the order of ScoringFeatures.All

    private ScoringModel(float bias, float linkThreshold01, float[] weights, RoleWeights roles)
    {
        Roles = roles;
        Bias = bias;
        LinkThreshold01 = linkThreshold01;
        _weights = weights;
    }

    /// <summary>What every candidate starts with, log-odds.</summary>
    public float Bias { get; }

    /// <summary>The probability from which on the best candidate is linked; below it the chain is NIL.</summary>
    public float LinkThreshold01 { get; }

    /// <summary>What the evidence for a reading of a role counts.</summary>
    public RoleWeights Roles { get; }

    /// <summary>The weights, in the order of the features.</summary>
    internal ReadOnlySpan<float> Weights => _weights;

    /// <summary>Reads the model that every build carries inside.</summary>
    public static ScoringModel Load()
    {
        using var stream = typeof(ScoringModel).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidDataException($"{Resource}: not part of the build");
        return Read(stream, Resource);
    }

    /// <summary>Reads a model.</summary>
    /// <param name="stream">JSON with <c>bias</c>, <c>linkThreshold01</c>, one weight a feature, and the weights of roles.</param>
    /// <param name="name">Its name, for messages.</param>
    /// <exception cref="InvalidDataException">It is not such JSON, or lacks or has too many features.</exception>
    public static ScoringModel Read(Stream stream, string name)
    {
        try
        {
            using var json = JsonDocument.Parse(stream);
            var root = json.RootElement;
            var weights = Numbers(root.GetProperty("weights"), ScoringFeatures.All.Select(feature => feature.Name), name);
            var roles = Numbers(root.GetProperty("roles"), RoleWeights.Names, name);
            return new ScoringModel(
                root.GetProperty("bias").GetSingle(), root.GetProperty("linkThreshold01").GetSingle(), weights,
                new RoleWeights(roles[0], roles[1], roles[2], roles[3], roles[4]));
        }
        catch (Exception wrong) when (wrong is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new InvalidDataException($"{name}: {wrong.Message}", wrong);
        }
    }

    private static float[] Numbers(JsonElement weights, IEnumerable<string> names, string file)
    {
        var found = weights.EnumerateObject().ToArray();
        if (!found.Select(weight => weight.Name).SequenceEqual(names))
        {
            throw new InvalidDataException(
                $"{file}: expected the weights {string.Join(", ", names)}, found {string.Join(", ", found.Select(weight => weight.Name))}");
        }

        return [.. found.Select(weight => weight.Value.GetSingle())];
    }
}
