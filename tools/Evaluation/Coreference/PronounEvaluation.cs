using EntityRes.Extraction;
using EntityRes.Extraction.Coreference;
using EntityRes.Extraction.Mentions.Rules;
using EntityRes.Extraction.Sentences;
using EntityRes.Extraction.Tokens;

namespace EntityRes.Evaluation.Coreference;

/// <summary>Measures which names pronouns are attached to, on documents of the GUM form, given their names.</summary>
public static class PronounEvaluation
{
    /// <summary>Prints, for each pronoun, how many were attached, and how many to the right entity.</summary>
    public static int Run(IEnumerable<string> files, bool isVerbose)
    {
        var counts = new SortedDictionary<string, (int Right, int Attached, int Named)>(StringComparer.Ordinal);
        foreach (var file in files)
            Add(GumDocument.Read(file), file, counts, isVerbose);
        foreach (var (pronoun, (right, attached, named)) in counts)
            Console.WriteLine(FormattableString.Invariant($"{pronoun,-8} P {right / (double)Math.Max(1, attached):F3}  R {right / (double)Math.Max(1, named):F3}  ({right} right, {attached} attached, {named} of named entities)"));
        var total = counts.Values.Aggregate((Right: 0, Attached: 0, Named: 0), (a, b) => (a.Right + b.Right, a.Attached + b.Attached, a.Named + b.Named));
        Console.WriteLine(FormattableString.Invariant($"all      P {total.Right / (double)Math.Max(1, total.Attached):F3}  R {total.Right / (double)Math.Max(1, total.Named):F3}"));
        return 0;
    }

    private static void Add(
        GumDocument gold, string file, SortedDictionary<string, (int Right, int Attached, int Named)> counts, bool isVerbose)
    {
        var text = gold.Text;
        var tokens = Tokenizer.Tokenize(text, SentenceSplitter.Split(text, new SentenceList()), new TokenList());
        var scratch = new RuleScratch();
        Mention[] all =
        [
            .. gold.Names,
            .. RoleMentionFinder.Find(text, tokens, [.. gold.Names], scratch),
            .. PronounFinder.Find(text, tokens, scratch),
        ];
        var linked = ChainBuilder.Link(text, tokens, [.. all.OrderBy(m => m.Span)], new ChainScratch());
        foreach (var (span, _) in gold.ClusterAt.Where(c => gold.NamedClusters.Contains(c.Value)))
            Count(counts, new string(span.Of(text)), 0, 0, 1);
        foreach (var chain in linked.Chains.Where(c => linked.Mentions[c.Representative].Kind == MentionKind.Named))
        {
            foreach (var pronoun in chain.Mentions.Select(m => linked.Mentions[m]).Where(m => m.Kind == MentionKind.Pronoun))
            {
                var isRight = gold.ClusterAt.TryGetValue(pronoun.Span, out var cluster) && chain.Mentions.Select(m => linked.Mentions[m])
                    .Any(m => m.Kind == MentionKind.Named && gold.ClusterAt.GetValueOrDefault(m.Span) == cluster);
                Count(counts, new string(pronoun.Span.Of(text)), isRight ? 1 : 0, 1, 0);
                if (isVerbose && !isRight)
                    Console.WriteLine($"{Path.GetFileName(file)}\t{text.AsSpan(Math.Max(0, pronoun.Span.Start - 120), Math.Min(120, pronoun.Span.Start))}<<{pronoun.Span.Of(text)}>>\t-> {linked.Mentions[chain.Representative].Span.Of(text)}".ReplaceLineEndings(" "));
            }
        }
    }

    private static void Count(
        SortedDictionary<string, (int Right, int Attached, int Named)> counts, string word, int right, int attached, int named)
    {
        var key = word.ToLowerInvariant();
        if (key is not ("he" or "him" or "his" or "she" or "her" or "its"))
            return;
        var (r, a, n) = counts.GetValueOrDefault(key);
        counts[key] = (r + right, a + attached, n + named);
    }
}
