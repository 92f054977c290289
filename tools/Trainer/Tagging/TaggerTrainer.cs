using EntityRes.Extraction;
using EntityRes.Extraction.Mentions.Tagging;
using EntityRes.Text;
using EntityRes.Trainer.Corpora;
using EntityRes.Trainer.Evaluation;

namespace EntityRes.Trainer.Tagging;

/// <summary>Trains the tagger from annotated documents and measures it on others.</summary>
internal sealed class TaggerTrainer
{
    private readonly LearningOptions _options;
    private readonly WordTypes _types;

    public TaggerTrainer(LearningOptions options, WordLexicon lexicon)
    {
        _options = options;
        _types = new WordTypes(lexicon);
    }

    public (Network Network, WordTypes Types) Train(IReadOnlyList<(TaggedDocument Document, float Weight)> training, IReadOnlyList<(string Name, List<TaggedDocument> Documents)> dev)
    {
        var sentences = training.SelectMany(item => Sentences(item.Document, item.Weight)).ToArray();
        _types.FreezeFeatures(_options.MinOccurrences);
        var devSentences = dev.Select(set => set.Documents.Select(d => Sentences(d, 1)).ToList()).ToList();
        var typeFeatures = Enumerable.Range(0, _types.Count).Select(_types.FeaturesOf).ToArray();
        var network = new Network(_types.FeatureCount, _options.Dimensions, _options.Hidden, _options.Seed);
        var learner = new NetworkLearner(network, typeFeatures, _types.FeatureCount, _options);
        var shard = new NetworkShard(network, typeFeatures, _types.FeatureCount, _options);
        Console.WriteLine($"{sentences.Length} sentences, {sentences.Sum(s => s.Types.Length)} tokens, {_types.Count} words, {_types.FeatureCount} features");
        var watch = System.Diagnostics.Stopwatch.StartNew();
        learner.Learn(sentences, (epoch, loss) =>
        {
            Console.Write($"epoch {epoch} {watch.Elapsed.TotalSeconds:F1}s loss {loss:F3}");
            if (epoch % 3 == 0 || epoch == _options.Epochs)
            {
                var all = new SpanScore();
                for (var i = 0; i < dev.Count; i++)
                {
                    var score = new SpanScore();
                    foreach (var (document, parts) in dev[i].Documents.Zip(devSentences[i]))
                    {
                        var found = Decode(network, shard, document, parts);
                        score.Add(document.Gold.Spans, found, document.Gold.Annotated);
                        if (dev[i].Name.StartsWith("news", StringComparison.Ordinal))
                            all.Add(document.Gold.Spans, found, document.Gold.Annotated);
                    }

                    Console.Write($"  {dev[i].Name} {Summary(score)}");
                }

                Console.Write($"  ALL {Summary(all)}");
                foreach (var type in Enum.GetValues<MentionType>())
                    Console.Write($" {type.ToString()[..3]} {all.Of(type).F1 * 100:F1}");
            }

            Console.WriteLine();
        });
        return (network, _types);
    }

    private static string Summary(SpanScore score)
    {
        var (p, r, f, _) = score.Of(MentionType.Person, MentionType.Organization, MentionType.Location);
        return $"{p * 100:F1}/{r * 100:F1}/{f * 100:F2}";
    }

    private static List<GoldSpan> Decode(Network network, NetworkShard shard, TaggedDocument document, List<TrainingSentence> parts)
    {
        var decoder = new ViterbiDecoder(network.Transitions);
        var found = new List<GoldSpan>();
        var token = 0;
        shard.Score([.. parts], (i, scores) =>
        {
            var length = parts[i].Types.Length;
            var tags = new byte[length];
            decoder.Decode(scores.AsSpan(0, length * TagScheme.Count), new byte[length * TagScheme.Count], tags, useVectors: true);
            for (var t = 0; t < length; t++)
            {
                if (!TagScheme.IsEnd(tags[t]) || tags[t] == 0)
                    continue;
                var first = t;
                while (tags[first] >= TagScheme.Inside)
                    first--;
                found.Add(new GoldSpan(
                    new TextSpan(document.Tokens[token + first].Span.Start, document.Tokens[token + t].Span.End), (MentionType)TagScheme.TypeOf(tags[t])));
            }

            token += length;
        });
        return found;
    }

    private List<TrainingSentence> Sentences(TaggedDocument document, float weight)
    {
        var result = new List<TrainingSentence>();
        var text = document.Gold.Text;
        for (var s = 0; s < document.Tokens.SentenceCount; s++)
        {
            var tokens = document.Tokens.TokensOf(s);
            if (tokens.Length == 0)
                continue;
            var types = new int[tokens.Length];
            var cases = new WordCase[tokens.Length];
            for (var i = 0; i < tokens.Length; i++)
            {
                types[i] = _types.IdOf(tokens[i].Span.Of(text));
                cases[i] = WordFeatures.CaseOf(tokens[i].Span.Of(text));
            }

            var contexts = new byte[ContextFeatures.Slots][];
            for (var slot = 0; slot < contexts.Length; slot++)
                contexts[slot] = new byte[tokens.Length];
            ContextFeatures.FillPositions(text, tokens, cases, contexts[ContextFeatures.Position]);
            var first = document.Tokens.FirstTokenOf(s);
            result.Add(new TrainingSentence(types, contexts, document.Allowed[first..(first + tokens.Length)], weight));
        }

        return result;
    }
}
