using System.Globalization;

using System.Text.Json;
using EntityRes.Resolution.Catalogue;
using EntityRes.Resolution.Scoring;

namespace EntityRes.Trainer.Linking;

/// <summary>
/// Learns the scorer's weights: logistic regression over (chain, candidate) pairs, right or wrong, by batch gradient steps. News
/// names few things that the catalogue lacks under a name it has, so the weights are held near what is plausible (a Gaussian
/// prior) instead of near zero. Coherence depends on the weights through the first reading, so examples are read again after each round.
/// </summary>
/// <remarks>Deterministic. Seconds on one core.</remarks>
internal static class ScoringTraining
{
    private const int Rounds = 3;
    private const int Steps = 4_000;
    private const double Rate = 0.5;
    private const double Penalty = 2e-3;
    private const float LinkThreshold01 = 0.5f;

    // double[features + 1], the bias last: a name that fits in type and spelling speaks for an entity, fame a little more.
    private static readonly double[] Plausible = [3, 2.5, 4, 0.8, 1.5, 0.8, 1, 2, 3, -3.5];

    internal static void Run(string[] files, string output, bool isVerbose)
    {
        using var catalogue = ShippedCatalogue.Load();
        var model = ScoringModel.Load();
        var examples = LinkingExamples.Read(files, catalogue, model);
        Report("before", examples, [.. model.Weights.ToArray().Select(weight => (double)weight), model.Bias], catalogue, isVerbose: false);
        for (var round = 1; round <= Rounds; round++)
        {
            var weights = Fit(examples);
            File.WriteAllBytes(output, Write(weights, model.Roles));
            using (var written = File.OpenRead(output))
                model = ScoringModel.Read(written, output);
            examples = LinkingExamples.Read(files, catalogue, model);
            Report($"round {round}", examples, weights, catalogue, isVerbose && round == Rounds);
        }
    }

    // double[features + 1], the bias last
    private static double[] Fit(List<LinkingExample> examples)
    {
        var features = ScoringFeatures.All.Length;
        var weights = Plausible.ToArray();
        var pairs = examples.SelectMany(example => example.Values.Select((values, i) => (values, IsRight: i == example.Right))).ToArray();
        for (var step = 0; step < Steps; step++)
        {
            var gradient = new double[features + 1];
            foreach (var (values, isRight) in pairs)
            {
                var error = Probability01(weights, values) - (isRight ? 1 : 0);
                for (var f = 0; f < features; f++)
                    gradient[f] += error * values[f];
                gradient[features] += error;
            }

            for (var f = 0; f <= features; f++)
                weights[f] -= Rate * ((gradient[f] / pairs.Length) + (Penalty * (weights[f] - Plausible[f])));
        }

        return weights;
    }

    private static double Probability01(double[] weights, float[] values)
    {
        var score = weights[^1];
        for (var f = 0; f < values.Length; f++)
            score += weights[f] * values[f];
        return 1 / (1 + Math.Exp(-score));
    }

    private static void Report(
        string name, List<LinkingExample> examples, double[] weights, EntityCatalogue catalogue, bool isVerbose)
    {
        int right = 0, wrong = 0, missed = 0, nilRight = 0, nilWrong = 0;
        foreach (var example in examples)
        {
            var probabilities = example.Values.Select(values => Probability01(weights, values)).ToArray();
            var best = Array.IndexOf(probabilities, probabilities.Max());
            var linked = probabilities[best] >= LinkThreshold01 ? best : -1;
            if (linked == example.Right)
            {
                right += linked >= 0 ? 1 : 0;
                nilRight += linked < 0 ? 1 : 0;
                continue;
            }

            wrong += linked >= 0 && example.Right >= 0 ? 1 : 0;
            missed += linked < 0 ? 1 : 0;
            nilWrong += example.Right < 0 ? 1 : 0;
            if (isVerbose)
                Console.WriteLine($"{example.Document}\t{example.Surface}\t{Name(linked)}\tright: {Name(example.Right)}");

            string Name(int candidate) => candidate < 0 ? "NIL" : $"{catalogue.Entities[example.Candidates[candidate].Entity].Id} {catalogue.Entities[example.Candidates[candidate].Entity].Name} {probabilities[candidate]:0.00}";
        }

        Console.WriteLine($"{name}: right {right}, wrong {wrong}, missed {missed}, NIL right {nilRight}, NIL linked {nilWrong}");
        Console.WriteLine("  " + string.Join(", ", ScoringFeatures.All.Select((feature, f) => $"{feature.Name} {weights[f]:0.00}")) + $", bias {weights[^1]:0.00}");
    }

    private static byte[] Write(double[] weights, RoleWeights roles)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
        {
            json.WriteStartObject();
            WriteNumber(json, "bias", weights[^1]);
            WriteNumber(json, "linkThreshold01", LinkThreshold01);
            json.WriteStartObject("weights");
            for (var f = 0; f < ScoringFeatures.All.Length; f++)
                WriteNumber(json, ScoringFeatures.All[f].Name, weights[f]);
            json.WriteEndObject();
            WriteRoles(json, roles);
            json.WriteEndObject();
        }

        return [.. stream.ToArray(), (byte)'\n'];
    }

    // Not learned from chains: measured on the role cases, and kept.
    private static void WriteRoles(Utf8JsonWriter json, RoleWeights roles)
    {
        float[] values = [roles.Bias, roles.TenureCoverage, roles.RoleDirectness, roles.NamedInDocument, roles.OnlyOfItsKind];
        json.WriteStartObject("roles");
        for (var i = 0; i < values.Length; i++)
            WriteNumber(json, RoleWeights.Names[i], Math.Round(values[i], 4));
        json.WriteEndObject();
    }

    private static void WriteNumber(Utf8JsonWriter json, string name, double value)
    {
        json.WritePropertyName(name);
        json.WriteRawValue(value.ToString("0.####", CultureInfo.InvariantCulture));
    }
}
