using System.Text.Json;
using EntityRes.Evaluation.Corpora;
using EntityRes.Extraction;

namespace EntityRes.Evaluation.CrossDocument;

/// <summary>Reads ECB+ in the form of two files: <c>X_Entity_gold_mentions.json</c> and, beside it, <c>X_corpus.txt</c>.</summary>
/// <remarks>
/// The corpus does not mark names. A continuous mention of a person, organisation, place or thing (HUM, LOC, NON; not TIM) counts as
/// named when <see cref="NameSpan"/> finds a name in it of which not every capitalised word is a common one: common is what the
/// corpus writes in lower case at least as often as with a capital inside a sentence. Clusters hold within a topic, the
/// number that begins a document's id.
/// </remarks>
internal sealed class EcbCorpus
{
    private const string MentionsEnding = "_Entity_gold_mentions.json";
    private const string CorpusEnding = "_corpus.txt";

    private readonly Dictionary<(string Document, int Sentence), List<(int Number, CorpusWord Word)>> _sentences = [];
    private readonly Dictionary<string, string> _texts = [];
    private readonly Dictionary<string, int> _lower = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, int> _capital = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> _order = [];

    /// <summary>Reads a corpus.</summary>
    /// <exception cref="InvalidDataException">A file is of another form or refers to a token that is not there; names it.</exception>
    internal static Corpus Read(string mentionsPath)
    {
        if (!mentionsPath.EndsWith(MentionsEnding, StringComparison.Ordinal))
            throw new InvalidDataException($"{mentionsPath}: expected a name that ends in {MentionsEnding}");
        var corpus = new EcbCorpus();
        corpus.ReadWords(mentionsPath[..^MentionsEnding.Length] + CorpusEnding);
        var mentions = JsonLines.Parse(mentionsPath, File.ReadAllText(mentionsPath), root =>
            root.EnumerateArray().Select(corpus.Parse).OfType<(string Document, CorpusMention Mention)>().ToLookup(m => m.Document, m => m.Mention));
        return new Corpus(Path.GetFileName(mentionsPath)[..^MentionsEnding.Length].Replace("ECB", "ECB+", StringComparison.Ordinal),
            [.. corpus._order.Select(id => new CorpusDocument(id, id[..id.IndexOf('_', StringComparison.Ordinal)], corpus._texts[id], CorpusDocument.WithoutOverlaps(mentions[id])))],
            LeftOut: 0);
    }

    private void ReadWords(string path)
    {
        var rows = new List<(string Document, int Sentence, int Number, string Word)>();
        var line = 0;
        foreach (var text in File.ReadLines(path))
        {
            line++;
            if (text.Length == 0)
                continue;
            var cells = text.Split('\t');
            if (cells.Length < 5 || cells[3].Length == 0 || !int.TryParse(cells[1], out var sentence) || !int.TryParse(cells[2], out var number)
                || !cells[0].Contains('_', StringComparison.Ordinal))
                throw new InvalidDataException($"{path}:{line}: expected document, sentence, number, token and chain, parted by tabs");
            rows.Add((cells[0], sentence, number, cells[3]));
        }

        foreach (var document in rows.GroupBy(row => row.Document))
        {
            var running = new RunningText();
            foreach (var sentence in document.GroupBy(row => row.Sentence))
                AddSentence(document.Key, sentence.Key, [.. sentence.Select(row => (row.Number, row.Word))], running);
            _texts[document.Key] = running.Take();
            _order.Add(document.Key);
        }
    }

    private void AddSentence(string document, int sentence, (int Number, string Word)[] tokens, RunningText running)
    {
        var spans = running.AddSentence(Array.ConvertAll(tokens, token => token.Word));
        var words = new List<(int Number, CorpusWord Word)>(tokens.Length);
        for (var i = 0; i < tokens.Length; i++)
        {
            var word = tokens[i].Word;
            words.Add((tokens[i].Number, new CorpusWord(word, spans[i], IsFirst: i == 0)));
            if (char.IsLower(word[0]))
                _lower[word] = _lower.GetValueOrDefault(word) + 1;
            else if (i > 0)
                _capital[word] = _capital.GetValueOrDefault(word) + 1;
        }

        _sentences[(document, sentence)] = words;
    }

    private (string Document, CorpusMention Mention)? Parse(JsonElement mention)
    {
        var kind = mention.GetProperty("mention_type").GetString();
        if (kind == "TIM" || !mention.GetProperty("is_continuous").GetBoolean())
            return null;
        var document = mention.GetProperty("doc_id").GetString() ?? "";
        var sentence = mention.GetProperty("sent_id").GetInt32();
        if (!_sentences.TryGetValue((document, sentence), out var all))
            throw new InvalidDataException($"doc_id: the corpus has no sentence {sentence} of {document}");
        var numbers = mention.GetProperty("tokens_number").EnumerateArray().Select(number => number.GetInt32()).ToHashSet();
        CorpusWord[] words = [.. all.Where(word => numbers.Contains(word.Number)).Select(word => word.Word)];
        if (words.Length != numbers.Count)
            throw new InvalidDataException($"tokens_number: sentence {sentence} of {document} lacks one of {string.Join(", ", numbers)}");
        if (NameSpan.Of(words, isPerson: false) is not { } span || words.Where(word => span.Contains(word.Span) || span.Overlaps(word.Span)).All(IsCommon))
            return null;
        return (document, new CorpusMention(span, mention.GetProperty("coref_chain").GetString() ?? "", kind == "LOC" ? MentionType.Location : null));
    }

    private bool IsCommon(CorpusWord word) =>
        !char.IsUpper(word.Text[0]) || (_lower.GetValueOrDefault(word.Text) is > 0 and var lower && lower >= _capital.GetValueOrDefault(word.Text));
}
