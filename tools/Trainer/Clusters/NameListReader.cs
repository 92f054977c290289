using System.Text.Json;
using EntityRes.Extraction.Mentions.Tagging;

namespace EntityRes.Trainer.Clusters;

/// <summary>Reads the name lists and the catalogue: which lists a word occurs in, and the names of several words.</summary>
internal sealed class NameListReader
{
    private const int MinHeadOccurrences = 8;

    private readonly string _seeds;
    private readonly string _data;
    private readonly Dictionary<string, NameLists> _words = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PhraseList> _phrases = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _heads = new(StringComparer.Ordinal);

    private NameListReader(string seeds, string data)
    {
        _seeds = seeds;
        _data = data;
    }

    /// <summary>The lists of each lower-case word.</summary>
    public IReadOnlyDictionary<string, NameLists> Words => _words;

    /// <summary>Names of several words and the kind of thing they mean; the first list that has a name decides.</summary>
    public IReadOnlyDictionary<string, PhraseList> Phrases => _phrases;

    /// <summary>Reads everything.</summary>
    public static NameListReader Read(string seeds, string data)
    {
        var reader = new NameListReader(seeds, data);
        reader.ReadLexicon();
        reader.ReadPeople();
        reader.ReadPlaces();
        reader.ReadOrganisations();
        reader.ReadBrands();
        return reader;
    }

    private void ReadLexicon()
    {
        AddAll(Lines("lexicon/given-names.txt"), NameLists.GivenName, NameLists.GivenName);
        AddAll(Lines("lexicon/family-names.txt"), NameLists.FamilyName, NameLists.FamilyName);
        AddAll(Lines("lexicon/places.txt"), NameLists.Place, NameLists.PlacePart);
        AddAll(Lines("lexicon/titles.txt"), NameLists.Title, NameLists.Title);
        AddAll(
            "January February March April May June July August September October November December Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Monday Tuesday Wednesday Thursday Friday Saturday Sunday".Split(' '),
            NameLists.Calendar, NameLists.Calendar);
    }

    private void ReadPeople()
    {
        foreach (var row in Table("kb/eps_bio.csv", ','))
            AddPerson(row[1]);
        foreach (var row in Table("kb/worldleaders_2022.csv", ','))
            AddPerson(row[5]);
        using var legislators = JsonDocument.Parse(File.ReadAllText(Path.Combine(_data, "kb/us_legislators_current.json")));
        foreach (var person in legislators.RootElement.EnumerateArray())
        {
            Add(person.GetProperty("name").GetProperty("first").GetString()!, NameLists.GivenName);
            Add(person.GetProperty("name").GetProperty("last").GetString()!, NameLists.FamilyName);
        }

        foreach (var path in Catalogue("people*.tsv"))
        {
            foreach (var row in File.ReadLines(path).Skip(1).Select(line => line.Split('\t')))
                AddPerson(row[1]);
        }
    }

    private void ReadPlaces()
    {
        foreach (var row in Table("kb/factbook_countries.tsv", '\t'))
        {
            AddAll([row[1], row[2]], NameLists.Country, NameLists.PlacePart);
            AddAll([row[3].Split('(')[0], row[4].Split(' ')[0]], NameLists.Demonym, NameLists.Demonym);
        }

        foreach (var row in Table("kb/natural_earth_places.tsv", '\t'))
            AddAll([row[1], row[3], row[7]], NameLists.Place, NameLists.PlacePart);
        foreach (var path in Catalogue("places-countries.tsv"))
            AddNames(path, NameLists.Country, NameLists.PlacePart);
        foreach (var path in Catalogue("places-cities.tsv").Concat(Catalogue("places-regions.tsv")))
            AddNames(path, NameLists.Place, NameLists.PlacePart);
        foreach (var path in Catalogue("demonyms.tsv"))
        {
            foreach (var row in File.ReadLines(path).Skip(1).Select(line => line.Split('\t')))
                AddAll(row.Skip(1).SelectMany(cell => cell.Split('|')), NameLists.Demonym, NameLists.Demonym);
        }
    }

    private void ReadOrganisations()
    {
        foreach (var path in Catalogue("organi*.tsv"))
        {
            AddNames(path, NameLists.Organization, NameLists.OrganizationPart);
            foreach (var row in File.ReadLines(path).Skip(1).Select(line => line.Split('\t')))
                CountHead(row[1]);
        }

        foreach (var row in Table("kb/ror_orgs.tsv", '\t'))
            CountHead(row[2], isPhrase: row[0].Length > 0);
        foreach (var row in Table("kb/nsi_brands_operators.tsv", '\t'))
            CountHead(row[1], isPhrase: row[3].StartsWith("brands/", StringComparison.Ordinal));
        foreach (var (head, _) in _heads.Where(head => head.Value >= MinHeadOccurrences))
            Add(head, NameLists.OrganizationHead);
    }

    /// <summary>Brands of one word, unless the word is also an ordinary one: the capital share tells those apart in training.</summary>
    private void ReadBrands()
    {
        foreach (var row in Table("kb/nsi_brands_operators.tsv", '\t'))
        {
            if (row[1].Length > 2 && !row[1].Contains(' ', StringComparison.Ordinal) && row[3].StartsWith("brands/", StringComparison.Ordinal))
                Add(row[1], NameLists.Organization);
        }
    }

    private void CountHead(string name, bool isPhrase = false)
    {
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (isPhrase && words.Length > 1 && words.Length <= PhraseTable.MaxWords && name.All(c => c < 0x250))
            _phrases.TryAdd(name, PhraseList.Organization);
        if (words.Length > 1)
            _heads[words[^1]] = _heads.GetValueOrDefault(words[^1]) + 1;
    }

    private void AddNames(string path, NameLists whole, NameLists part)
    {
        foreach (var row in File.ReadLines(path).Skip(1).Select(line => line.Split('\t')))
            AddAll(row[2].Split('|').Prepend(row[1]), whole, part);
    }

    private void AddPerson(string name)
    {
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length < 2)
            return;
        _phrases.TryAdd(name, PhraseList.Person);
        Add(words[0], NameLists.GivenName);
        Add(words[^1], NameLists.FamilyName);
    }

    private void AddAll(IEnumerable<string> names, NameLists whole, NameLists part)
    {
        foreach (var name in names)
        {
            var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (words.Length > 1 && whole is NameLists.Country or NameLists.Place)
                _phrases.TryAdd(name, PhraseList.Place);
            if (words.Length > 1 && whole == NameLists.Organization)
                _phrases.TryAdd(name, PhraseList.Organization);
            foreach (var word in words)
                Add(word, words.Length == 1 ? whole : part);
        }
    }

    private void Add(string word, NameLists list)
    {
        if (word.Length < 2 || !char.IsUpper(word[0]))
            return;
        var key = word.ToLowerInvariant();
        _words[key] = _words.GetValueOrDefault(key) | list;
    }

    private string[] Lines(string path) => File.ReadAllLines(Path.Combine(_seeds, path));

    private IEnumerable<string> Catalogue(string pattern) =>
        Directory.GetFiles(Path.Combine(_seeds, "catalogue"), pattern).Order(StringComparer.Ordinal);

    private IEnumerable<string[]> Table(string path, char separator) =>
        File.ReadLines(Path.Combine(_data, path)).Skip(1).Select(line => line.Split(separator));
}
