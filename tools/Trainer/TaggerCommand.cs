using System.CommandLine;
using System.Security.Cryptography;
using EntityRes.Evaluation.Corpora;
using EntityRes.Extraction.Mentions.Tagging;
using EntityRes.Trainer.Clusters;
using EntityRes.Trainer.Corpora;
using EntityRes.Trainer.Tagging;

namespace EntityRes.Trainer;

/// <summary>The <c>tagger</c> command: name lists and plain text → lexicon; annotated text → network; both → model file.</summary>
internal static class TaggerCommand
{
    private const int FrequentWords = 5_000;
    private const int MinFrequent = 3;

    internal static Command Create()
    {
        var data = new Option<string>("--data") { Description = "Folder of the training data.", DefaultValueFactory = _ => "../shared/data" };
        var seeds = new Option<string>("--seeds") { Description = "Folder of the catalogue and the name lists.", DefaultValueFactory = _ => "seeds" };
        var model = new Option<string>("--model") { Description = "The model file to write.", DefaultValueFactory = _ => "seeds/models/tagger.bin" };
        var command = new Command("tagger", "Trains the mention tagger and writes its model file.") { data, seeds, model };
        command.SetAction(parsed => Run(parsed.GetRequiredValue(data), parsed.GetRequiredValue(seeds), parsed.GetRequiredValue(model)));
        return command;
    }

    private static void Run(string data, string seeds, string output)
    {
        var options = new LearningOptions();
        var names = NameListReader.Read(seeds, data);
        var phrases = PhraseBuilder.Build(names.Phrases);
        var entries = LexiconBuilder.Build(data, options.Clusters, names.Words);
        var lexicon = new WordLexicon(entries.Keys.ToArray(), entries.Values.ToArray());
        Console.WriteLine($"{entries.Count} words in the lexicon, {names.Words.Count} of them listed; {phrases.Count} beginnings of names");

        var trainer = new TaggerTrainer(options, lexicon, new PhraseTable(phrases.Keys.ToArray(), phrases.Values.ToArray()), Console.Out);
        var (network, types) = trainer.Train(Annotated(data, options), Unlabelled(data, options), [.. TrainingSets.Development(data)]);
        var frequent = Enumerable.Range(1, types.Count - 1).Where(type => types.Occurrences(type) >= MinFrequent)
            .OrderByDescending(types.Occurrences).Take(FrequentWords).Select(types.Word);
        File.WriteAllBytes(output, ModelWriter.Write(network, types.Features, entries, phrases, frequent, Version(data, seeds)));
    }

    private static List<TrainingItem> Annotated(string data, LearningOptions options)
    {
        var news = TrainingSets.News(data);
        var items = news.Select((document, i) => new TrainingItem(TaggedDocument.From(document), 1, i)).ToList();
        items.AddRange(CaseCopies.Of(news, options.CaseCopies)
            .Select(copy => new TrainingItem(TaggedDocument.From(copy.Copy), options.CaseWeight, copy.Source)));
        items.AddRange(TrainingSets.OpenSets(data).Select((item, i) => new TrainingItem(TaggedDocument.From(item.Document), item.Weight, i)));
        return items;
    }

    private static List<TrainingItem> Unlabelled(string data, LearningOptions options) =>
        [.. TrainingSets.Unlabelled(data, options.UnlabelledEvery).Select(document => new TrainingItem(TaggedDocument.From(document), options.UnlabelledWeight, 0))];

    /// <summary>Names the inputs: the same data and seeds give the same version.</summary>
    private static string Version(string data, string seeds)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        string[] folders = [Path.Combine(data, "ner/train"), Path.Combine(data, "text"), Path.Combine(seeds, "catalogue"), Path.Combine(seeds, "lexicon")];
        foreach (var path in folders.SelectMany(folder => Directory.GetFiles(folder, "*.*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)))
            hash.AppendData(File.ReadAllBytes(path));
        return $"tagger-{TaggerModelFile.Format}.{Convert.ToHexStringLower(hash.GetHashAndReset())[..8]}";
    }
}
