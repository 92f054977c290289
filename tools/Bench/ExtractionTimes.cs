using EntityRes.Extraction;
using EntityRes.Extraction.Mentions;
using EntityRes.Extraction.Mentions.Rules;
using EntityRes.Extraction.Mentions.Tagging;
using EntityRes.Extraction.Sentences;
using EntityRes.Extraction.Tokens;

namespace EntityRes.Bench;

/// <summary>Measures the extraction stages on one core: tokens a second of processor time, allocated bytes a token, load time.</summary>
internal static class ExtractionTimes
{
    private const int Rounds = 15;

    internal static void Measure(byte[] modelFile, IReadOnlyList<string> texts, TextWriter output)
    {
        var watch = CpuWatch.StartNew();
        var tagger = new SequenceTagger(TaggerModelFile.Read(modelFile));
        output.WriteLine($"load, first time: {watch.Elapsed.TotalMilliseconds:F1} ms");
        watch.Restart();
        tagger = new SequenceTagger(TaggerModelFile.Read(modelFile));
        output.WriteLine($"load: {watch.Elapsed.TotalMilliseconds:F1} ms, {modelFile.Length} bytes");

        var scratch = new ExtractionScratch();
        var tokens = Measure(texts, output, "sentences and tokens", scratch, text => Tokenize(text, scratch));
        Measure(texts, output, "raw text to named mentions", scratch, text => tagger.Tag(text, Tokenize(text, scratch), scratch.Tagging, CancellationToken.None));
        Measure(texts, output, "raw text to mentions of all kinds", scratch, text => FindMentions(text, tagger, scratch));
        var pipeline = ExtractionPipeline.Load(modelFile);
        Measure(texts, output, "raw text to mentions of all kinds, chains and date", scratch, text => pipeline.Run(text, scratch, CancellationToken.None));
        scratch = new ExtractionScratch();
        watch.Restart();
        foreach (var text in texts)
            pipeline.Run(text, scratch, CancellationToken.None);
        output.WriteLine($"the same, nothing in the caches at the start: {tokens / watch.Elapsed.TotalSeconds / 1e6:F2} M tokens/s");
        StageTimes.Measure(tagger, texts, output);
    }

    private static TokenList Tokenize(string text, ExtractionScratch scratch) =>
        Tokenizer.Tokenize(text, SentenceSplitter.Split(text, scratch.Sentences), scratch.Tokens);

    private static void FindMentions(string text, SequenceTagger tagger, ExtractionScratch scratch)
    {
        var tokens = Tokenize(text, scratch);
        var named = tagger.Tag(text, tokens, scratch.Tagging, CancellationToken.None);
        var roles = RoleMentionFinder.Find(text, tokens, named, scratch.Rules);
        MentionMerger.Merge(named, roles, PronounFinder.Find(text, tokens, scratch.Rules), scratch.Rules.Merged);
    }

    private static long Measure(IReadOnlyList<string> texts, TextWriter output, string name, ExtractionScratch scratch, Action<string> run)
    {
        var best = TimeSpan.MaxValue;
        long tokens = 0, allocated = 0;
        for (var round = 0; round < Rounds; round++)
        {
            tokens = 0;
            var before = GC.GetAllocatedBytesForCurrentThread();
            var watch = CpuWatch.StartNew();
            foreach (var text in texts)
            {
                run(text);
                tokens += scratch.Tokens.Count;
            }

            best = watch.Elapsed < best ? watch.Elapsed : best;
            allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        }

        output.WriteLine($"{name}: {tokens / best.TotalSeconds / 1e6:F2} M tokens/s, {allocated} bytes allocated, {tokens} tokens");
        return tokens;
    }
}
