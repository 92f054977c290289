namespace EntityRes.Evaluation.Corpora;

/// <summary>Reads an annotated file of any known form, by its extension.</summary>
internal static class GoldFile
{
    public static IEnumerable<GoldDocument> Read(string path) =>
        path.EndsWith(".jsonl", StringComparison.Ordinal) ? NewsFile.Read(path) : ConllFile.Read(path);
}
