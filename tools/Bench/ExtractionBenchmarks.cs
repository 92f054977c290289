using BenchmarkDotNet.Attributes;
using EntityRes.Extraction;
using EntityRes.Extraction.Mentions.Tagging;
using EntityRes.Extraction.Sentences;
using EntityRes.Extraction.Tokens;

namespace EntityRes.Bench;

/// <summary>Extraction from the articles of <c>seeds/articles</c>, again and again, words in the cache.</summary>
[MemoryDiagnoser]
[TokenRateColumn]
public class ExtractionBenchmarks
{
    private const int Repetitions = 10;

    private readonly List<string> _texts = [.. Enumerable.Repeat(Articles.All, Repetitions).SelectMany(texts => texts)];
    private readonly ExtractionPipeline _pipeline = ExtractionPipeline.Load();
    private readonly SequenceTagger _tagger = new(TaggerModelFile.Read(ShippedTagger()));
    private readonly ExtractionScratch _scratch = new();

    /// <summary>Tokens that one operation works through.</summary>
    internal static int Tokens { get; } = Repetitions * Articles.All.Sum(text =>
        Tokenizer.Tokenize(text, SentenceSplitter.Split(text, new SentenceList()), new TokenList()).Count);

    /// <summary>Text → sentences and tokens.</summary>
    [Benchmark]
    public int Tokenize()
    {
        var count = 0;
        foreach (var text in _texts)
            count += TokensOf(text).Count;
        return count;
    }

    /// <summary>Text → named mentions.</summary>
    [Benchmark]
    public int NamedMentions()
    {
        var count = 0;
        foreach (var text in _texts)
            count += _tagger.Tag(text, TokensOf(text), _scratch.Tagging, CancellationToken.None).Length;
        return count;
    }

    /// <summary>Text → named mentions, roles, pronouns, chains and date.</summary>
    [Benchmark]
    public int WholePipeline()
    {
        var count = 0;
        foreach (var text in _texts)
            count += _pipeline.Run(text, _scratch, CancellationToken.None).Mentions.Count;
        return count;
    }

    internal static byte[] ShippedTagger()
    {
        using var stream = typeof(ExtractionPipeline).Assembly.GetManifestResourceStream("tagger.bin")!;
        var file = new byte[stream.Length];
        stream.ReadExactly(file);
        return file;
    }

    private TokenList TokensOf(string text) =>
        Tokenizer.Tokenize(text, SentenceSplitter.Split(text, _scratch.Sentences), _scratch.Tokens);
}
