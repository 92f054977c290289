using System.Diagnostics;
using EntityRes.Evaluation.Corpora;
using EntityRes.Evaluation.Mentions;
using EntityRes.Extraction;
using EntityRes.Extraction.Mentions.Tagging;
using EntityRes.Trainer.Corpora;

namespace EntityRes.Trainer.Tagging;

/// <summary>
/// Trains the tagger in two stages. First, each fold of the documents is decoded by a network that has not seen it; the votes
/// of that decoding are the document evidence that the shipped network learns with. The mean of those networks then labels plain
/// text, from which the shipped network learns what they know together.
/// </summary>
internal sealed class TaggerTrainer
{
    private readonly LearningOptions _options;
    private readonly WordTypes _types;
    private readonly PhraseTable _phrases;
    private readonly TextWriter _log;

    public TaggerTrainer(LearningOptions options, WordLexicon lexicon, PhraseTable phrases, TextWriter log)
    {
        _options = options;
        _types = new WordTypes(lexicon);
        _phrases = phrases;
        _log = log;
    }

    /// <summary>Trains on documents and reports on others after some epochs.</summary>
    public (Network Network, WordTypes Types) Train(
        IReadOnlyList<TrainingItem> items, IReadOnlyList<TrainingItem> unlabelledItems, IReadOnlyList<(string Name, List<TaggedDocument> Documents)> dev)
    {
        var training = items.Select(item => new TrainingDocument(item, _types, _phrases)).ToList();
        var unlabelled = unlabelledItems.Select(item => new TrainingDocument(item, _types, _phrases)).ToList();
        _types.FreezeFeatures(_options.MinOccurrences);
        var development = dev.Select(set => (set.Name, Documents: set.Documents.Select(d => new TrainingDocument(new TrainingItem(d, 1, 0), _types, _phrases)).ToList())).ToList();
        var typeFeatures = Enumerable.Range(0, _types.Count).Select(_types.FeaturesOf).ToArray();
        _log.WriteLine($"{training.Count} documents, {training.Sum(d => d.Source.Document.Tokens.Count)} tokens, {_types.Count} words, {_types.FeatureCount} features");
        var watch = Stopwatch.StartNew();
        var folds = new List<Network>();
        for (var fold = 0; fold < _options.Folds; fold++)
            folds.Add(FillEvidence(training, typeFeatures, fold, watch));
        var teacher = new NetworkDecoder(folds, typeFeatures, _types.FeatureCount, _options);
        _log.Write($"mean of the folds, {watch.Elapsed.TotalSeconds:F0} s:");
        Report(teacher, development);
        _log.WriteLine();
        Teach(teacher, unlabelled);

        var network = NewNetwork(_options.Seed);
        var decoder = new NetworkDecoder([network], typeFeatures, _types.FeatureCount, _options);
        new NetworkLearner(network, typeFeatures, _types.FeatureCount, _options).Learn([.. Passages(training), .. Passages(unlabelled)], _options.Epochs, (epoch, loss) =>
        {
            _log.Write($"epoch {epoch}, {watch.Elapsed.TotalSeconds:F0} s, loss {loss:F3}");
            if (epoch % 3 == 0 || epoch == _options.Epochs)
                Report(decoder, development);
            _log.WriteLine();
        });
        return (network, _types);
    }

    private Network NewNetwork(ulong seed) => new(_types.FeatureCount, _options.Dimensions, _options.Hidden, seed);

    private Network FillEvidence(List<TrainingDocument> training, int[][] typeFeatures, int fold, Stopwatch watch)
    {
        var network = NewNetwork(_options.Seed + 100 + (ulong)fold);
        var rest = training.Where(document => document.Source.Group % _options.Folds != fold).ToList();
        new NetworkLearner(network, typeFeatures, _types.FeatureCount, _options).Learn(Passages(rest), _options.FoldEpochs, (_, _) => { });
        var decoder = new NetworkDecoder([network], typeFeatures, _types.FeatureCount, _options);
        foreach (var document in training.Where(document => document.Source.Group % _options.Folds == fold))
        {
            decoder.DecodeOnce(document);
            document.FillEvidence();
        }

        _log.WriteLine($"fold {fold + 1} of {_options.Folds}, {watch.Elapsed.TotalSeconds:F0} s");
        return network;
    }

    /// <summary>Labels documents with the mean of the folds, which knows more than any one network.</summary>
    private static void Teach(NetworkDecoder teacher, List<TrainingDocument> unlabelled)
    {
        foreach (var document in unlabelled)
        {
            teacher.DecodeOnce(document);
            teacher.DecodeAgain(document);
            document.AdoptTags();
        }
    }

    private static TrainingPassage[] Passages(List<TrainingDocument> documents) => [.. documents.SelectMany(document => document.Passages)];

    private void Report(NetworkDecoder decoder, List<(string Name, List<TrainingDocument> Documents)> development)
    {
        SpanScore news = new(), first = new();
        foreach (var (name, documents) in development)
        {
            var score = new SpanScore();
            foreach (var document in documents)
            {
                var gold = document.Source.Document.Gold;
                document.ClearEvidence();
                decoder.DecodeOnce(document);
                if (name.StartsWith("news", StringComparison.Ordinal))
                    first.Add(gold.Spans, document.Found(), gold.Annotated);
                decoder.DecodeAgain(document);
                score.Add(gold.Spans, document.Found(), gold.Annotated);
                if (name.StartsWith("news", StringComparison.Ordinal))
                    news.Add(gold.Spans, document.Found(), gold.Annotated);
            }

            _log.Write($"  {name.Split('.')[0]} {Summary(score)}");
        }

        _log.Write($"  ONCE {Summary(first)} ALL {Summary(news)}");
        foreach (var type in Enum.GetValues<MentionType>())
            _log.Write($" {type.ToString()[..3]} {news.Of(type).F1 * 100:F1}");
    }

    private static string Summary(SpanScore score)
    {
        var (precision, recall, f1, _) = score.Of(MentionType.Person, MentionType.Organization, MentionType.Location);
        return $"{precision * 100:F1}/{recall * 100:F1}/{f1 * 100:F2}";
    }
}
