using EntityRes.Extraction.Mentions.Tagging;
using EntityRes.Trainer.Clusters;
using EntityRes.Trainer.Corpora;
using EntityRes.Trainer.Tagging;

namespace EntityRes.Trainer;

/// <summary>The <c>tagger</c> command.</summary>
internal static class TaggerCommand
{
    private static LearningOptions Experiment()
    {
        var o = new LearningOptions();
        foreach (var pair in (Environment.GetEnvironmentVariable("EXP") ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var kv = pair.Split('=');
            var prop = typeof(LearningOptions).GetProperty(kv[0])!;
            prop.SetValue(o, Convert.ChangeType(kv[1], prop.PropertyType, System.Globalization.CultureInfo.InvariantCulture));
        }

        return o;
    }

    private const int FrequentWords = 12_000;

    public static void Run(string data, string output)
    {
        var options = Experiment();
        var lexicon = LexiconBuilder.Build(data, options.Clusters, Environment.GetEnvironmentVariable("NOLISTS") is null ? NameListReader.Read(Environment.GetEnvironmentVariable("SEEDS") ?? "seeds", data) : new Dictionary<string, NameLists>());
        var training = new List<(TaggedDocument, float)>();
        foreach (var path in Directory.GetFiles(Path.Combine(data, "ner/train"), "news_*.jsonl").Order(StringComparer.Ordinal))
            training.AddRange(NewsFile.Read(path).Select(document => (TaggedDocument.From(document), 1f)));
        var dev = Directory.GetFiles(Path.Combine(data, "ner/dev")).Order(StringComparer.Ordinal)
            .Select(path => (Path.GetFileName(path), (path.EndsWith("jsonl", StringComparison.Ordinal) ? NewsFile.Read(path) : ConllFile.Read(path)).Select(TaggedDocument.From).ToList()))
            .ToList();
        var (network, types) = new TaggerTrainer(options, new WordLexicon(lexicon.Keys.ToArray(), lexicon.Values.ToArray())).Train(training, dev);
        var frequent = Enumerable.Range(1, types.Count - 1).Where(type => types.Occurrences(type) >= 3)
            .OrderByDescending(types.Occurrences).Take(FrequentWords).Select(types.Word);
        File.WriteAllBytes(output, ModelWriter.Write(network, types.Features, lexicon, frequent, "news-1"));

    }
}
