using EntityRes.Extraction.Mentions.Tagging;
using EntityRes.Extraction.Sentences;
using EntityRes.Extraction.Tokens;

namespace EntityRes.Trainer.Clusters;

/// <summary>Unlabelled text as a sequence of word ids, and how often each word is capitalised inside sentences.</summary>
internal sealed class WordSequence
{
    private readonly Dictionary<string, int> _ids = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (int Lower, int Capital)> _cases = new(StringComparer.Ordinal);
    private readonly List<string> _words = [""];
    private readonly SentenceList _sentences = new();
    private readonly TokenList _tokens = new();

    /// <summary>The words; id 0 is the sentence boundary.</summary>
    public IReadOnlyList<string> Words => _words;

    /// <summary>Word ids in text order, 0 between sentences.</summary>
    public List<int> Sequence { get; } = [0];

    /// <summary>By lower-case word: occurrences inside sentences in lower case and capitalised.</summary>
    public IReadOnlyDictionary<string, (int Lower, int Capital)> Cases => _cases;

    /// <summary>Adds a text.</summary>
    public void Add(string text)
    {
        Tokenizer.Tokenize(text, SentenceSplitter.Split(text, _sentences), _tokens);
        for (var s = 0; s < _tokens.SentenceCount; s++)
        {
            var tokens = _tokens.TokensOf(s);
            if (tokens.Length == 0)
                continue;
            var cases = new WordCase[tokens.Length];
            for (var i = 0; i < tokens.Length; i++)
                cases[i] = WordFeatures.CaseOf(tokens[i].Span.Of(text));
            var isProse = ContextFeatures.CaseOf(cases) == SentenceCase.Normal;
            var isFirst = true;
            for (var i = 0; i < tokens.Length; i++)
            {
                var word = tokens[i].Span.Of(text).ToString();
                Sequence.Add(IdOf(word));
                if (isProse && !isFirst && cases[i] != WordCase.None)
                    Count(word.ToLowerInvariant(), cases[i] == WordCase.Lower);
                isFirst &= cases[i] == WordCase.None;
            }

            Sequence.Add(0);
        }
    }

    private int IdOf(string word)
    {
        if (char.IsAsciiDigit(word[0]))
            word = string.Concat(word.Select(c => char.IsAsciiDigit(c) ? '0' : c));
        if (!_ids.TryGetValue(word, out var id))
        {
            id = _words.Count;
            _ids.Add(word, id);
            _words.Add(word);
        }

        return id;
    }

    private void Count(string lower, bool isLower)
    {
        var (lowers, capitals) = _cases.GetValueOrDefault(lower);
        _cases[lower] = isLower ? (lowers + 1, capitals) : (lowers, capitals + 1);
    }
}
