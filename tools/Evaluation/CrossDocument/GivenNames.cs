using EntityRes.Extraction;
using EntityRes.Extraction.Coreference;
using EntityRes.Extraction.Dates;
using EntityRes.Extraction.Mentions;
using EntityRes.Extraction.Mentions.Rules;
using EntityRes.Extraction.Mentions.Rules.Lexicon;
using EntityRes.Text;

namespace EntityRes.Evaluation.CrossDocument;

/// <summary>Runs the extractor's stages on a document whose names are given instead of tagged.</summary>
internal sealed class GivenNames
{
    private readonly ExtractionPipeline _pipeline = ExtractionPipeline.Load();
    private readonly ExtractionScratch _scratch = new();

    /// <summary>Finds roles, pronouns, chains and the date, given the annotated names.</summary>
    /// <remarks>
    /// A name whose type the corpus does not tell has that of the tagger's mention with most of its characters, else that of an equal
    /// name of the document, else person. A place that is called as a people ("Canadian") is one, as in the contract.
    /// </remarks>
    internal ExtractionResult Link(CorpusDocument document, CancellationToken cancellationToken)
    {
        var tagged = _pipeline.Run(document.Text, _scratch, cancellationToken).Mentions.Where(mention => mention.Kind == MentionKind.Named).ToList();
        var names = document.Mentions.Select(mention =>
            new Mention(mention.Span, MentionKind.Named, TypeOf(mention, document.Text, tagged), 1, MentionSource.Tagger)).ToList();
        var tokens = _scratch.Tokens; // of this text, from the run above
        var roles = RoleMentionFinder.Find(document.Text, tokens, [.. names], _scratch.Rules);
        var pronouns = PronounFinder.Find(document.Text, tokens, _scratch.Rules);
        var mentions = MentionMerger.Merge([.. names], roles, pronouns, _scratch.Rules.Merged);
        var linked = ChainBuilder.Link(document.Text, tokens, mentions, _scratch.Chains);
        return new ExtractionResult(linked.Mentions, linked.Chains, DocumentDateFinder.Find(document.Text));
    }

    private static MentionType TypeOf(CorpusMention mention, string text, List<Mention> tagged)
    {
        if (mention.Type is { } told)
            return told == MentionType.Location && Polities.OfDemonym(AliasKey.Of(mention.Span.Of(text))) >= 0 ? MentionType.Group : told;
        var best = tagged.Where(other => other.Span.Overlaps(mention.Span))
            .OrderByDescending(other => Math.Min(other.Span.End, mention.Span.End) - Math.Max(other.Span.Start, mention.Span.Start)).FirstOrDefault();
        if (best.Type == default)
            best = tagged.Find(other => other.Span.Of(text).Equals(mention.Span.Of(text), StringComparison.OrdinalIgnoreCase));
        return best.Type == default ? MentionType.Person : best.Type;
    }
}
