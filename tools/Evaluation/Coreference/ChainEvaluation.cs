using EntityRes.Evaluation.Annotated;
using EntityRes.Extraction;
using EntityRes.Extraction.Coreference;
using EntityRes.Extraction.Mentions.Rules;
using EntityRes.Extraction.Sentences;
using EntityRes.Extraction.Tokens;
using EntityRes.Text;

namespace EntityRes.Evaluation.Coreference;

/// <summary>Measures role mentions and chains on annotated news, given the annotated named mentions.</summary>
public sealed class ChainEvaluation
{
    private readonly SentenceList _sentences = new();
    private readonly TokenList _tokens = new();
    private readonly RuleScratch _rules = new();
    private readonly ChainScratch _chains = new();
    private readonly TextWriter? _errors;

    /// <summary>Starts a measurement.</summary>
    /// <param name="errors">Receives one line an error; null for none.</param>
    public ChainEvaluation(TextWriter? errors) => _errors = errors;

    /// <summary>B³ of the chains, named mentions only.</summary>
    public BCubed Chains { get; } = new();

    /// <summary>B³ of the baseline: one chain for each lower-case string.</summary>
    public BCubed Baseline { get; } = new();

    /// <summary>Role mentions annotated.</summary>
    public int GoldRoles { get; private set; }

    /// <summary>Role mentions found.</summary>
    public int FoundRoles { get; private set; }

    /// <summary>Role mentions found that are annotated with the same span.</summary>
    public int RightRoles { get; private set; }

    /// <summary>Role mentions annotated whose entity has a named mention.</summary>
    public int GoldAttached { get; private set; }

    /// <summary>Role mentions found in a chain with a name.</summary>
    public int FoundAttached { get; private set; }

    /// <summary>Those of <see cref="FoundAttached"/> whose span is annotated.</summary>
    public int FoundAttachedOfGold { get; private set; }

    /// <summary>Role mentions whose span is annotated and whose chain is that of the entity.</summary>
    public int RightAttached { get; private set; }

    /// <summary>Adds a document.</summary>
    public void Add(AnnotatedNews news)
    {
        var gold = news.Mentions.Where(m => m.Mention.Kind == MentionKind.Named).ToList();
        var named = gold.ConvertAll(m => m.Mention);
        Tokenizer.Tokenize(news.Text, SentenceSplitter.Split(news.Text, _sentences), _tokens);
        var roles = RoleMentionFinder.Find(news.Text, _tokens, [.. named], _rules);
        Mention[] all = [.. named, .. roles];
        var linked = ChainBuilder.Link(news.Text, _tokens, [.. all.OrderBy(m => m.Span)], _chains);
        var entityAt = gold.ToLookup(m => m.Mention.Span, m => m.Entity);
        AddNames(news, linked, gold, entityAt);
        AddRoles(news, linked, entityAt);
    }

    private void AddNames(AnnotatedNews news, LinkedMentions linked, List<AnnotatedMention> gold, ILookup<TextSpan, int> entityAt)
    {
        var chainAt = new Dictionary<TextSpan, int>();
        for (var c = 0; c < linked.Chains.Count; c++)
        {
            foreach (var m in linked.Chains[c].Mentions.Select(m => linked.Mentions[m]).Where(m => m.Kind == MentionKind.Named))
                chainAt[m.Span] = c;
        }

        var strings = new Dictionary<string, int>(StringComparer.Ordinal);
        int StringOf(Mention m)
        {
            var key = new string(m.Span.Of(news.Text)).ToLowerInvariant();
            return strings.TryGetValue(key, out var id) ? id : strings[key] = strings.Count;
        }

        Chains.Add([.. gold.Select(m => (m.Entity, chainAt[m.Mention.Span]))]);
        Baseline.Add([.. gold.Select(m => (m.Entity, StringOf(m.Mention)))]);
        if (_errors is null)
            return;
        foreach (var chain in gold.GroupBy(m => chainAt[m.Mention.Span]).Where(g => g.Select(m => m.Entity).Distinct().Count() > 1))
            WriteNames("MERGED", news, chain);
        foreach (var entity in gold.GroupBy(m => m.Entity).Where(g => g.Select(m => chainAt[m.Mention.Span]).Distinct().Count() > 1))
            WriteNames("SPLIT", news, entity);
    }

    private void WriteNames(string error, AnnotatedNews news, IEnumerable<AnnotatedMention> mentions) =>
        _errors!.WriteLine($"{error}\t{news.Id}\t" + string.Join(" | ", mentions
            .Select(m => $"{OneLine(m.Mention.Span.Of(news.Text))} [{m.Mention.Type} {news.EntityNames[m.Entity]}]").Distinct()));

    private void AddRoles(AnnotatedNews news, LinkedMentions linked, ILookup<TextSpan, int> entityAt)
    {
        var gold = news.Mentions.Where(m => m.Mention.Kind == MentionKind.Role).DistinctBy(m => m.Mention.Span)
            .ToDictionary(m => m.Mention.Span, m => m.Entity);
        var namedEntities = news.Mentions.Where(m => m.Mention.Kind == MentionKind.Named).Select(m => m.Entity).ToHashSet();
        GoldRoles += gold.Count;
        GoldAttached += gold.Values.Count(namedEntities.Contains);
        var found = new HashSet<TextSpan>();
        foreach (var chain in linked.Chains)
        {
            var names = chain.Mentions.Select(m => linked.Mentions[m]).Where(m => m.Kind == MentionKind.Named).ToList();
            foreach (var role in chain.Mentions.Select(m => linked.Mentions[m]).Where(m => m.Kind == MentionKind.Role))
            {
                found.Add(role.Span);
                AddRole(news, role, names, gold, entityAt);
            }
        }

        foreach (var (span, entity) in gold.Where(g => !found.Contains(g.Key)))
            _errors?.WriteLine($"MISSED\t{news.Id}\t{Show(news, span)}\t[{news.EntityNames[entity]}]");
    }

    private void AddRole(
        AnnotatedNews news, Mention role, List<Mention> names, Dictionary<TextSpan, int> gold, ILookup<TextSpan, int> entityAt)
    {
        FoundRoles++;
        var isGold = gold.TryGetValue(role.Span, out var entity);
        RightRoles += isGold ? 1 : 0;
        if (!isGold)
            _errors?.WriteLine($"SPURIOUS\t{news.Id}\t{Show(news, role.Span)}\t-> {(names.Count > 0 ? OneLine(names[0].Span.Of(news.Text)) : "-")}");
        if (names.Count == 0)
        {
            if (isGold)
                _errors?.WriteLine($"UNATTACHED\t{news.Id}\t{Show(news, role.Span)}\t[{news.EntityNames[entity]}]");
            return;
        }

        FoundAttached++;
        FoundAttachedOfGold += isGold ? 1 : 0;
        var isRight = isGold && names.Any(n => entityAt[n.Span].Contains(entity));
        RightAttached += isRight ? 1 : 0;
        if (isRight)
            _errors?.WriteLine($"RIGHT\t{news.Id}\t{Show(news, role.Span)}\t-> {OneLine(names[0].Span.Of(news.Text))}");
        else if (isGold)
            _errors?.WriteLine($"MISATTACHED\t{news.Id}\t{Show(news, role.Span)}\t[{news.EntityNames[entity]}] -> {OneLine(names[0].Span.Of(news.Text))}");
    }

    private static string Show(AnnotatedNews news, TextSpan span)
    {
        int from = Math.Max(0, span.Start - 60), to = Math.Min(news.Text.Length, span.End + 40);
        return OneLine($"{news.Text.AsSpan(from, span.Start - from)}<<{span.Of(news.Text)}>>{news.Text.AsSpan(span.End, to - span.End)}");
    }

    private static string OneLine(ReadOnlySpan<char> text) => new string(text).ReplaceLineEndings(" ");

    /// <summary>Measures files and prints the figures.</summary>
    public static int Run(IEnumerable<string> files, bool isVerbose)
    {
        var evaluation = new ChainEvaluation(isVerbose ? Console.Out : null);
        foreach (var news in files.SelectMany(AnnotatedNews.Read))
            evaluation.Add(news);
        Console.WriteLine($"names       B3 {evaluation.Chains}");
        Console.WriteLine($"  baseline  B3 {evaluation.Baseline}");
        Print("roles", evaluation.RightRoles, evaluation.FoundRoles, evaluation.GoldRoles);
        Print("attachment", evaluation.RightAttached, evaluation.FoundAttached, evaluation.GoldAttached);
        Print("  of roles", evaluation.RightAttached, evaluation.FoundAttachedOfGold, evaluation.GoldAttached);
        return 0;
    }

    private static void Print(string what, int right, int found, int gold)
    {
        double precision = right / (double)Math.Max(found, 1), recall = right / (double)Math.Max(gold, 1);
        Console.WriteLine(FormattableString.Invariant(
            $"{what,-11} P {precision:F4}  R {recall:F4}  F1 {2 * precision * recall / Math.Max(precision + recall, 1e-9):F4}  ({right} right, {found} found, {gold} annotated)"));
    }
}
