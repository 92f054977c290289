using EntityRes.Evaluation.Corpora;
using EntityRes.Extraction.Mentions.Tagging;
using EntityRes.Trainer.Corpora;

namespace EntityRes.Trainer.Clusters;

/// <summary>Builds what the tagger knows of words: clusters and capitalisation from unlabelled text, membership of name lists.</summary>
internal static class LexiconBuilder
{
    private const int MinOccurrences = 3;
    private const int Rounds = 12;

    public static SortedDictionary<uint, WordEntry> Build(string data, int classes, IReadOnlyDictionary<string, NameLists> lists)
    {
        var text = Read(data);
        var classOf = ExchangeClusterer.Cluster(text.Sequence, text.Words.Count, classes, MinOccurrences, Rounds);
        var lower = new Dictionary<string, (ushort Lower, ushort Capital)>(StringComparer.Ordinal);
        for (var word = 1; word < text.Words.Count; word++)
        {
            if (classOf[word] == 0)
                continue;
            var form = text.Words[word];
            var key = form.ToLowerInvariant();
            var isLower = WordFeatures.CaseOf(form) is WordCase.Lower or WordCase.None;
            var entry = lower.GetValueOrDefault(key);
            // The first capitalised form wins: it is the most frequent one only by chance, but stable.
            lower[key] = isLower ? (entry.Lower == 0 ? (ushort)classOf[word] : entry.Lower, entry.Capital)
                : (entry.Lower, entry.Capital == 0 || WordFeatures.CaseOf(form) == WordCase.Capitalised ? (ushort)classOf[word] : entry.Capital);
        }

        var result = new SortedDictionary<uint, WordEntry>();
        foreach (var key in lower.Keys.Concat(text.Cases.Keys).Concat(lists.Keys).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            var clusters = lower.GetValueOrDefault(key);
            var entry = new WordEntry(clusters.Lower, clusters.Capital, CapitalShare(text.Cases.GetValueOrDefault(key)), (ushort)lists.GetValueOrDefault(key));
            if (entry != default)
                result.TryAdd(WordLexicon.KeyOf(key), entry);
        }

        return result;
    }

    private static WordSequence Read(string data)
    {
        var text = new WordSequence();
        var plain = Directory.GetFiles(Path.Combine(data, "text"), "*.txt", SearchOption.AllDirectories).Order(StringComparer.Ordinal);
        foreach (var path in plain)
            text.Add(File.ReadAllText(path));
        foreach (var path in Directory.GetFiles(Path.Combine(data, "ner/train")).Order(StringComparer.Ordinal))
        {
            foreach (var document in GoldFile.Read(path))
                text.Add(document.Text);
        }

        return text;
    }

    /// <summary>0 = too rare, 1 = hardly ever capitalised … 6 = nearly always.</summary>
    private static byte CapitalShare((int Lower, int Capital) counts)
    {
        var total = counts.Lower + counts.Capital;
        if (total < 2)
            return 0;
        var share = (double)counts.Capital / total;
        return (byte)(share < 0.02 ? 1 : share < 0.1 ? 2 : share < 0.5 ? 3 : share < 0.9 ? 4 : share < 0.98 ? 5 : 6);
    }
}
