using EntityRes.Extraction;
using EntityRes.Text;

namespace EntityRes.Evaluation.Corpora;

/// <summary>Reads token-per-line sets (token TAB BIO tag) and puts their text together again.</summary>
/// <remarks>Documents end at <c>-DOCSTART-</c>, else after forty sentences.</remarks>
internal sealed class ConllFile
{
    private const int SentencesADocument = 40;

    private readonly Dictionary<string, MentionType?> _labels;
    private readonly IReadOnlySet<MentionType> _annotated;
    private readonly RunningText _text = new();
    private readonly List<GoldSpan> _spans = [];
    private readonly string _path;
    private int _documents;
    private int _sentences;

    private ConllFile(string path)
    {
        _path = path;
        (_labels, _annotated) = LabelMap.For(path);
    }

    public static IEnumerable<GoldDocument> Read(string path)
    {
        var file = new ConllFile(path);
        var sentence = new List<(string Word, string Tag)>();
        var hasDocuments = File.ReadLines(path).Any(line => line.StartsWith("-DOCSTART-", StringComparison.Ordinal));
        foreach (var line in File.ReadLines(path).Append(""))
        {
            if (line.StartsWith("-DOCSTART-", StringComparison.Ordinal))
            {
                if (file.TakeDocument() is { } document)
                    yield return document;
            }
            else if (line.Length > 0)
            {
                var fields = line.Split('\t');
                if (fields.Length < 2 || fields[0].Length == 0 || fields[1].Length == 0)
                    throw new InvalidDataException($"{path}: '{line}' is not a token and a tag parted by a tab");
                sentence.Add((fields[0], fields[1]));
            }
            else if (sentence.Count > 0)
            {
                file.AddSentence(sentence);
                sentence.Clear();
                if (!hasDocuments && file._sentences >= SentencesADocument && file.TakeDocument() is { } document)
                    yield return document;
            }
        }

        if (file.TakeDocument() is { } last)
            yield return last;
    }

    private GoldDocument? TakeDocument()
    {
        if (_text.Length == 0)
            return null;
        var document = new GoldDocument($"{Path.GetFileName(_path)}:{_documents++}", _text.Take(), [.. _spans], _annotated);
        _spans.Clear();
        _sentences = 0;
        return document;
    }

    private void AddSentence(List<(string Word, string Tag)> sentence)
    {
        _sentences++;
        var spans = _text.AddSentence(sentence.ConvertAll(token => token.Word));
        for (var i = 0; i < spans.Length; i++)
            AddTag(sentence[i].Tag, spans[i].Start, spans[i].End, isInside: i > 0);
    }

    private void AddTag(string tag, int start, int end, bool isInside)
    {
        if (tag == "O" || !_labels.TryGetValue(tag[2..], out var type))
            return;
        // Type 0 stands for "may be anything".
        var known = type ?? 0;
        if (tag[0] == 'I' && isInside && _spans.Count > 0 && _spans[^1].Type == known && start - _spans[^1].Span.End <= 1)
            _spans[^1] = new GoldSpan(new TextSpan(_spans[^1].Span.Start, end), known);
        else
            _spans.Add(new GoldSpan(new TextSpan(start, end), known));
    }
}
