using EntityRes.Text;

namespace EntityRes.Resolution.Names;

/// <summary>The closed lists that tell what belongs to a name from what goes with it. Immutable.</summary>
internal sealed class NameLexicon
{
    private const string LegalForms = "legal-forms.tsv";
    private const string Honorifics = "honorifics.tsv";
    private const string NameWords = "name-words.tsv";

    /// <summary>Words of the longest phrase in the lists.</summary>
    internal const int LongestPhrase = 5;

    private readonly HashSet<string> _legalForms;
    private readonly HashSet<string> _genericWords;
    private readonly HashSet<string> _before;
    private readonly HashSet<string> _after;
    private readonly HashSet<string> _qualifiers;
    private readonly HashSet<string> _particles;
    private readonly HashSet<string> _ordinals;
    private readonly Dictionary<string, string> _numbers;

    private NameLexicon()
    {
        var forms = Read(LegalForms, "limited", "stock", "generic");
        _genericWords = forms["generic"];
        _legalForms = [.. forms["limited"], .. forms["stock"]];
        var honorifics = Read(Honorifics, "before", "after");
        (_before, _after) = (honorifics["before"], honorifics["after"]);
        var words = Read(NameWords, "qualifier", "particle", "ordinal", "number");
        (_qualifiers, _particles, _ordinals) = (words["qualifier"], words["particle"], words["ordinal"]);
        _numbers = words["number"].Select(row => row.Split(' ')).ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);
    }

    /// <summary>The lists that every build carries inside.</summary>
    internal static NameLexicon Instance { get; } = new();

    /// <summary>Whether a folded phrase is a legal form: "ltd", "limited liability company".</summary>
    internal bool IsLegalForm(string phrase) => _legalForms.Contains(phrase);

    /// <summary>Whether a word tells no organisation from another: "group", "holdings".</summary>
    internal bool IsGeneric(string word) => _genericWords.Contains(word);

    /// <summary>Whether a folded phrase is an honorific or title before a person's name.</summary>
    internal bool IsHonorificBefore(string phrase) => _before.Contains(phrase);

    /// <summary>Whether a folded phrase is an honorific or degree after a person's name.</summary>
    internal bool IsHonorificAfter(string phrase) => _after.Contains(phrase);

    /// <summary>Whether two names that differ in this word are different names however alike the words are: "northern", "second".</summary>
    internal bool IsQualifier(string word) => _qualifiers.Contains(word) || _ordinals.Contains(word);

    /// <summary>Whether a word counts or tells generations apart: "VIII", "Jr".</summary>
    internal bool IsOrdinal(string word) => _ordinals.Contains(word);

    /// <summary>The word, in digits when it is a number.</summary>
    internal string WithDigits(string word) => _numbers.GetValueOrDefault(word, word);

    /// <summary>Whether a word is often left out or written otherwise: "bin", "al", "von".</summary>
    internal bool IsParticle(string word) => _particles.Contains(word);

    private static Dictionary<string, HashSet<string>> Read(string resource, params string[] kinds)
    {
        var lists = kinds.ToDictionary(kind => kind, _ => new HashSet<string>(StringComparer.Ordinal), StringComparer.Ordinal);
        using var stream = typeof(NameLexicon).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidDataException($"{resource}: not part of the build");
        using var reader = new StreamReader(stream);
        reader.ReadLine();
        for (var line = 2; reader.ReadLine() is { } row; line++)
        {
            var cells = row.Split('\t');
            if (cells.Length != 2 || !lists.TryGetValue(cells[1], out var list))
                throw new InvalidDataException($"{resource}:{line}: expected a phrase and one of {string.Join(", ", kinds)}, found \"{row}\"");
            list.Add(AliasKey.Of(cells[0]));
        }

        return lists;
    }
}
