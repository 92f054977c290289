namespace EntityRes.Evaluation.CrossDocument;

/// <summary>A corpus with clusters over documents.</summary>
/// <param name="Name">Its name, for reports.</param>
/// <param name="Documents">Its documents, in the order of the corpus.</param>
/// <param name="LeftOut">Annotated named mentions that could not be placed in the text.</param>
internal sealed record Corpus(string Name, IReadOnlyList<CorpusDocument> Documents, int LeftOut)
{
    /// <summary>Reads a corpus by the form of its file's name.</summary>
    /// <param name="path">Mentions of ECB+ (<c>.json</c>) chains of MEANTIME (<c>.tsv</c>) or annotated news (<c>.jsonl</c>).</param>
    /// <param name="textPath">The tokens of MEANTIME's documents; null where the corpus carries its own.</param>
    /// <exception cref="InvalidDataException">The file is of another form; names it.</exception>
    internal static Corpus Read(string path, string? textPath) => Path.GetExtension(path) switch
    {
        ".json" => EcbCorpus.Read(path),
        ".tsv" => MeantimeCorpus.Read(path, textPath ?? throw new InvalidDataException($"{path}: has no text; name its tokens with --text")),
        ".jsonl" => NewsCorpus.Read(path),
        var other => throw new InvalidDataException($"{path}: '{other}' is neither .json (ECB+) nor .tsv (MEANTIME) nor .jsonl (annotated news)"),
    };
}
