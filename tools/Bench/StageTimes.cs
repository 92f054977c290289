using System.Diagnostics;
using EntityRes.Extraction;
using EntityRes.Extraction.Coreference;
using EntityRes.Extraction.Dates;
using EntityRes.Extraction.Mentions;
using EntityRes.Extraction.Mentions.Rules;
using EntityRes.Extraction.Mentions.Tagging;
using EntityRes.Extraction.Sentences;
using EntityRes.Extraction.Tokens;

namespace EntityRes.Bench;

/// <summary>Nanoseconds a token of each stage of the extraction: the least of many rounds, by the clock, since stages are short.</summary>
internal static class StageTimes
{
    private const int Rounds = 15;

    private static readonly string[] Stages = ["sentences", "tokens", "named mentions", "roles", "pronouns", "merging", "chains", "date"];

    internal static void Measure(SequenceTagger tagger, IReadOnlyList<string> texts, TextWriter output)
    {
        var scratch = new ExtractionScratch();
        var best = Enumerable.Repeat(long.MaxValue, Stages.Length).ToArray();
        long tokens = 0;
        for (var round = 0; round < Rounds; round++)
        {
            var ticks = new long[Stages.Length];
            tokens = 0;
            foreach (var text in texts)
                tokens += Run(tagger, text, scratch, ticks);
            for (var stage = 0; stage < Stages.Length; stage++)
                best[stage] = Math.Min(best[stage], ticks[stage]);
        }

        for (var stage = 0; stage < Stages.Length; stage++)
            output.WriteLine(FormattableString.Invariant($"  {Stages[stage],-16} {best[stage] * 1e9 / Stopwatch.Frequency / tokens,7:F1} ns a token"));
    }

    private static int Run(SequenceTagger tagger, string text, ExtractionScratch scratch, long[] ticks)
    {
        var stage = 0;
        var last = Stopwatch.GetTimestamp();
        var sentences = SentenceSplitter.Split(text, scratch.Sentences);
        Note();
        var tokens = Tokenizer.Tokenize(text, sentences, scratch.Tokens);
        Note();
        var tagged = tagger.Tag(text, tokens, scratch.Tagging, CancellationToken.None);
        Note();
        var roles = RoleMentionFinder.Find(text, tokens, tagged, scratch.Rules);
        Note();
        var pronouns = PronounFinder.Find(text, tokens, scratch.Rules);
        Note();
        var mentions = MentionMerger.Merge(tagged, roles, pronouns, scratch.Rules.Merged);
        Note();
        ChainBuilder.Link(text, tokens, mentions, scratch.Chains);
        Note();
        DocumentDateFinder.Find(text);
        Note();
        return tokens.Count;

        void Note()
        {
            var now = Stopwatch.GetTimestamp();
            ticks[stage++] += now - last;
            last = now;
        }
    }
}
