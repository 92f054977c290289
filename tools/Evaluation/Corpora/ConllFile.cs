using System.Text;
using EntityRes.Extraction;
using EntityRes.Text;

namespace EntityRes.Evaluation.Corpora;

/// <summary>Reads token-per-line sets (token TAB BIO tag) and puts their text together again.</summary>
/// <remarks>
/// Sentences become lines; blanks before closing and after opening punctuation, around clitics and inside "word - word" go, as in
/// running text. Documents end at <c>-DOCSTART-</c>, else after forty sentences.
/// </remarks>
internal sealed class ConllFile
{
    private const int SentencesADocument = 40;

    private readonly Dictionary<string, MentionType?> _labels;
    private readonly IReadOnlySet<MentionType> _annotated;
    private readonly StringBuilder _text = new();
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
        var document = new GoldDocument($"{Path.GetFileName(_path)}:{_documents++}", _text.ToString(), [.. _spans], _annotated);
        _text.Clear();
        _spans.Clear();
        _sentences = 0;
        return document;
    }

    private void AddSentence(List<(string Word, string Tag)> sentence)
    {
        _sentences++;
        var isOpenQuote = false;
        var previous = "";
        for (var i = 0; i < sentence.Count; i++)
        {
            var (word, tag) = sentence[i];
            var isQuote = word is "\"" or "''" or "``";
            var glued = i == 0 || IsGluedToLeft(word) || previous is "(" or "[" or "$" or "“" or "#" || (isQuote && isOpenQuote)
                || (previous is "\"" or "``" && isOpenQuote) || IsHyphen(sentence, i) || (i > 0 && IsHyphen(sentence, i - 1));
            if (!glued)
                _text.Append(' ');
            if (isQuote)
                isOpenQuote = !isOpenQuote;
            var start = _text.Length;
            _text.Append(word is "``" or "''" ? "\"" : word is "-LRB-" ? "(" : word is "-RRB-" ? ")" : word);
            AddTag(tag, start, _text.Length, isInside: i > 0);
            previous = word;
        }

        _text.Append('\n');
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

    private static bool IsGluedToLeft(string word) =>
        word is "," or "." or ";" or ":" or "?" or "!" or ")" or "]" or "%" or "'s" or "’s" or "n't" or "'ll" or "'re" or "'ve" or "'d" or "'m" or "'"
            or "”" or "..." or "-RRB-";

    private static bool IsHyphen(List<(string Word, string Tag)> sentence, int i) =>
        sentence[i].Word == "-" && i > 0 && i + 1 < sentence.Count && char.IsLetterOrDigit(sentence[i - 1].Word[^1])
        && char.IsLetter(sentence[i + 1].Word[0]) && char.IsLower(sentence[i + 1].Word[0]);
}
