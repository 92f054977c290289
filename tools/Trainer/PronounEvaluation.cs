using System.Text.Json;
using EntityRes.Extraction;
using EntityRes.Extraction.Coreference;
using EntityRes.Extraction.Mentions.Rules;
using EntityRes.Extraction.Sentences;
using EntityRes.Extraction.Tokens;
using EntityRes.Text;

namespace EntityRes.Trainer;

/// <summary>Measures which names pronouns are attached to, on documents of the GUM form, given their names.</summary>
public static class PronounEvaluation
{
    /// <summary>Prints, for each pronoun, how many were attached, and how many to the right entity.</summary>
    public static int Run(IEnumerable<string> files, bool isVerbose)
    {
        var counts = new SortedDictionary<string, (int Right, int Attached, int Named)>(StringComparer.Ordinal);
        foreach (var file in files)
            Add(file, counts, isVerbose);
        foreach (var (pronoun, (right, attached, named)) in counts)
            Console.WriteLine(FormattableString.Invariant($"{pronoun,-8} P {right / (double)Math.Max(1, attached):F3}  R {right / (double)Math.Max(1, named):F3}  ({right} right, {attached} attached, {named} of named entities)"));
        var total = counts.Values.Aggregate((Right: 0, Attached: 0, Named: 0), (a, b) => (a.Right + b.Right, a.Attached + b.Attached, a.Named + b.Named));
        Console.WriteLine(FormattableString.Invariant($"all      P {total.Right / (double)Math.Max(1, total.Attached):F3}  R {total.Right / (double)Math.Max(1, total.Named):F3}"));
        return 0;
    }

    private static void Add(string file, SortedDictionary<string, (int Right, int Attached, int Named)> counts, bool isVerbose)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(file));
        var text = json.RootElement.GetProperty("text").GetString() ?? "";
        var map = new OffsetMap(text, OffsetUnit.CodePoint);
        var clusterAt = new Dictionary<TextSpan, string>();
        var namedClusters = new HashSet<string>();
        var mentions = new List<Mention>();
        foreach (var m in json.RootElement.GetProperty("mentions").EnumerateArray())
        {
            var isName = m.GetProperty("named").GetBoolean() && m.GetProperty("name_start").ValueKind == JsonValueKind.Number;
            if (!map.TryToUtf16(m.GetProperty(isName ? "name_start" : "start").GetInt32(), out var start)
                || !map.TryToUtf16(m.GetProperty(isName ? "name_end" : "end").GetInt32(), out var end))
                continue;
            var cluster = m.GetProperty("cluster_id").GetString() ?? "";
            var span = new TextSpan(start, end);
            clusterAt[span] = cluster;
            if (!isName || mentions.Any(o => o.Span.Overlaps(span)))
                continue;
            namedClusters.Add(cluster);
            mentions.Add(new Mention(span, MentionKind.Named, TypeOf(m.GetProperty("entity_type").GetString()), 1, MentionSource.Tagger));
        }

        mentions.Sort((a, b) => a.Span.CompareTo(b.Span));
        var tokens = Tokenizer.Tokenize(text, SentenceSplitter.Split(text, new SentenceList()), new TokenList());
        var others = RoleMentionFinder.Find(text, tokens.Items, mentions, []);
        PronounFinder.Find(text, tokens.Items, others);
        var linked = ChainBuilder.Link(text, tokens.Items, [.. mentions.Concat(others).OrderBy(m => m.Span)]);
        foreach (var (span, cluster) in clusterAt.Where(c => namedClusters.Contains(c.Value)))
            Count(counts, new string(span.Of(text)), 0, 0, 1);
        foreach (var chain in linked.Chains.Where(c => linked.Mentions[c.Representative].Kind == MentionKind.Named))
        {
            foreach (var pronoun in chain.Mentions.Select(m => linked.Mentions[m]).Where(m => m.Kind == MentionKind.Pronoun))
            {
                var isRight = clusterAt.TryGetValue(pronoun.Span, out var cluster) && chain.Mentions.Select(m => linked.Mentions[m])
                    .Any(m => m.Kind == MentionKind.Named && clusterAt.GetValueOrDefault(m.Span) == cluster);
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

    private static MentionType TypeOf(string? type) => type switch
    {
        "person" => MentionType.Person,
        "organization" => MentionType.Organization,
        "place" => MentionType.Location,
        "event" => MentionType.Event,
        "object" => MentionType.Product,
        _ => MentionType.Other,
    };
}
