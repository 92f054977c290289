using EntityRes.Evaluation.Corpora;
using EntityRes.Extraction;
using EntityRes.Extraction.Mentions.Tagging;
using EntityRes.Extraction.Sentences;
using EntityRes.Extraction.Tokens;

namespace EntityRes.Trainer.Corpora;

/// <summary>A document as the tagger sees it, with the tags its tokens may have.</summary>
/// <param name="Gold">Where it comes from.</param>
/// <param name="Tokens">Its tokens, split exactly as at run time.</param>
/// <param name="Allowed">uint[tokens]: bit t is set when tag t agrees with the annotation; fully annotated tokens have one bit.</param>
/// <param name="Lost">Mentions whose ends are no token boundaries.</param>
internal sealed record TaggedDocument(GoldDocument Gold, TokenList Tokens, uint[] Allowed, IReadOnlyList<GoldSpan> Lost)
{
    /// <summary>All tags that exist.</summary>
    public const uint Anything = ~(1u << TagScheme.Begin | 1u << TagScheme.Inside | 1u << TagScheme.Last);

    public static TaggedDocument From(GoldDocument gold)
    {
        var tokens = Tokenizer.Tokenize(gold.Text, SentenceSplitter.Split(gold.Text, new SentenceList()), new TokenList());
        var allowed = new uint[tokens.Count];
        Array.Fill(allowed, Outside(gold.Annotated));
        var lost = new List<GoldSpan>();
        var at = 0;
        foreach (var span in gold.Spans)
        {
            while (at < tokens.Count && tokens[at].Span.End <= span.Span.Start)
                at++;
            var end = at;
            while (end < tokens.Count && tokens[end].Span.Start < span.Span.End)
                end++;
            if (end == at)
                continue;
            var isWhole = tokens[at].Span.Start == span.Span.Start && tokens[end - 1].Span.End == span.Span.End
                && tokens[at].Sentence == tokens[end - 1].Sentence;
            Mark(allowed.AsSpan(at, end - at), isWhole ? span.Type : 0);
            if (!isWhole && span.Type != 0)
                lost.Add(span);
            at = end;
        }

        return new TaggedDocument(gold, tokens, allowed, lost);
    }

    private static void Mark(Span<uint> allowed, MentionType type)
    {
        if (type == 0)
        {
            allowed.Fill(Anything);
            return;
        }

        Span<byte> tags = stackalloc byte[allowed.Length];
        TagScheme.Fill(type, tags);
        for (var i = 0; i < tags.Length; i++)
            allowed[i] = 1u << tags[i];
    }

    private static uint Outside(IReadOnlySet<MentionType> annotated)
    {
        var mask = 1u;
        foreach (var type in Enum.GetValues<MentionType>().Where(type => !annotated.Contains(type)))
            mask |= 0x01010101u << (int)type;
        return mask;
    }
}
