using EntityRes.Evaluation.Corpora;

namespace EntityRes.Trainer.Corpora;

/// <summary>The annotated sets the shipped model learns from, with their weights: one table.</summary>
/// <remarks>
/// The weights were chosen on the development sets: see docs/results/ner.md. Sets that are not listed hurt news (tweets, fine
/// technical types, contracts).
/// </remarks>
internal static class TrainingSets
{
    private static readonly (string Prefix, float Weight)[] Open =
    [
        ("gum_named_clean", 0.5f), ("meantime_en", 0.3f), ("redocred", 0.2f), ("uner_ewt", 0.7f), ("wikigold", 0.3f),
    ];

    /// <summary>Our own annotated news, in the order of the file names.</summary>
    public static List<GoldDocument> News(string data) =>
        [.. Files(data, "ner/train", "news_*.jsonl").SelectMany(GoldFile.Read)];

    /// <summary>The open sets, each document with its weight.</summary>
    public static IEnumerable<(GoldDocument Document, float Weight)> OpenSets(string data) =>
        Open.SelectMany(set => Files(data, "ner/train", set.Prefix + "*.conll")
            .SelectMany(path => GoldFile.Read(path).Select(document => (document, set.Weight))));

    /// <summary>The development sets by file name.</summary>
    public static IEnumerable<(string Name, List<TaggedDocument> Documents)> Development(string data) =>
        Files(data, "ner/dev", "*.*").Select(path => (Path.GetFileName(path), GoldFile.Read(path).Select(TaggedDocument.From).ToList()));

    /// <summary>Pieces of unlabelled news text.</summary>
    public static IEnumerable<GoldDocument> Unlabelled(string data, int every) =>
        Files(data, "text", "*.txt").SelectMany(path => PlainText.Read(path, every));

    private static IOrderedEnumerable<string> Files(string data, string folder, string pattern) =>
        Directory.GetFiles(Path.Combine(data, folder), pattern).Order(StringComparer.Ordinal);
}
