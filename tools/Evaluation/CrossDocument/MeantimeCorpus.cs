using EntityRes.Evaluation.Corpora;
using EntityRes.Extraction;
using EntityRes.Text;

namespace EntityRes.Evaluation.CrossDocument;

/// <summary>Reads MEANTIME in the form of two files: mention chains (TSV) and the tokens of the documents (CoNLL).</summary>
/// <remarks>
/// A mention counts as named when the corpus says so (syntactic type NAM or PRE.NAM), it has an instance, and <see cref="NameSpan"/>
/// finds a name in it. The chains have no offsets: a mention's words are looked up in its document, occurrences in text order, no more
/// than the chains have; words that the chains give to two instances in one document are left out, and so is what lies outside
/// the sentences at hand.
/// </remarks>
internal static class MeantimeCorpus
{
    private const string Header = "instance_id\tent_type\texternal_ref\tsyntactic_type\tdoc\tmention";

    private sealed record Row(string Instance, string Type, string Document, string[] Words);

    /// <summary>Reads the corpus.</summary>
    /// <exception cref="InvalidDataException">A file is of another form; names file and line.</exception>
    internal static Corpus Read(string path, string textPath)
    {
        var rows = ReadRows(path).ToLookup(row => row.Document);
        var documents = new List<CorpusDocument>();
        var leftOut = 0;
        foreach (var (id, text, words) in ReadDocuments(textPath))
        {
            var mentions = new List<CorpusMention>();
            var taken = new HashSet<int>(); // first words of mentions
            foreach (var same in rows[id].GroupBy(row => string.Join(' ', row.Words)).OrderByDescending(same => same.First().Words.Length))
            {
                var all = same.ToList();
                if (all.Exists(row => row.Instance != all[0].Instance))
                    leftOut += all.Count;
                else
                    leftOut += all.Count - Place(all, words, taken, mentions);
            }

            documents.Add(new CorpusDocument(id, "", text, CorpusDocument.WithoutOverlaps(mentions)));
        }

        return new Corpus("MEANTIME", documents, leftOut);
    }

    private static int Place(List<Row> rows, List<CorpusWord> words, HashSet<int> taken, List<CorpusMention> mentions)
    {
        var placed = 0;
        var wanted = rows[0].Words;
        for (var i = 0; i + wanted.Length <= words.Count && placed < rows.Count; i++)
        {
            if (!wanted.Select((word, j) => words[i + j].Text == word).All(isSame => isSame) || taken.Contains(i))
                continue;
            placed++;
            CorpusWord[] found = [.. words.GetRange(i, wanted.Length)];
            if (NameSpan.Of(found, isPerson: rows[0].Type == "PER") is not { } name)
                continue;
            mentions.Add(new CorpusMention(name, rows[0].Instance, TypeOf(rows[0].Type)));
            for (var j = 0; j < wanted.Length; j++)
            {
                if (name.Contains(words[i + j].Span))
                    taken.Add(i + j);
            }
        }

        return placed;
    }

    private static IEnumerable<Row> ReadRows(string path)
    {
        var line = 0;
        foreach (var text in File.ReadLines(path))
        {
            line++;
            var cells = text.Split('\t');
            if (line == 1 ? text != Header : cells.Length != 6)
                throw new InvalidDataException($"{path}:{line}: expected the columns {Header.Replace('\t', ' ')}");
            if (line > 1 && cells[0].Length > 0 && cells[3] is "NAM" or "PRE.NAM")
                yield return new Row(cells[0], cells[1], Path.GetFileNameWithoutExtension(cells[4]), cells[5].Split(' ', StringSplitOptions.RemoveEmptyEntries));
        }
    }

    private static IEnumerable<(string Id, string Text, List<CorpusWord> Words)> ReadDocuments(string path)
    {
        var running = new RunningText();
        var words = new List<CorpusWord>();
        var sentence = new List<string>();
        string? id = null;
        foreach (var line in File.ReadLines(path).Append(""))
        {
            var cells = line.Split('\t');
            if (cells[0] == "-DOCSTART-")
            {
                if (id is not null)
                    yield return (id, running.Take(), words);
                id = cells[^1];
                words = [];
            }
            else if (cells[0].Length > 0)
            {
                sentence.Add(cells[0]);
            }
            else if (sentence.Count > 0)
            {
                var spans = running.AddSentence(sentence);
                words.AddRange(sentence.Select((word, i) => new CorpusWord(word, spans[i], i == 0)));
                sentence.Clear();
            }
        }

        if (id is null)
            throw new InvalidDataException($"{path}: expected -DOCSTART- lines that name the documents");
        yield return (id, running.Take(), words);
    }

    private static MentionType TypeOf(string type) => type switch
    {
        "PER" => MentionType.Person,
        "ORG" => MentionType.Organization,
        "LOC" => MentionType.Location,
        "PRO" => MentionType.Product,
        _ => MentionType.Other,
    };
}
