using System.Runtime.Intrinsics;
using EntityRes.Extraction.Tokens;
using EntityRes.Text;

namespace EntityRes.Extraction.Mentions.Tagging;

/// <summary>Tokens → named mentions, by the trained model.</summary>
/// <remarks>
/// O(tokens). No allocation per token once the scratch has grown to the document's size. Thread-safe for separate scratches.
/// A scratch must be used with one tagger only.
/// </remarks>
internal sealed class SequenceTagger
{
    private readonly TaggerModel _model;
    private readonly WordProjector _projector;
    private readonly WordCache _frequent;
    private readonly EmissionScorer _scorer;
    private readonly ViterbiDecoder _decoder;
    private readonly SpanConfidence _confidence;
    private readonly int _boundary;
    private readonly bool _useVectors;

    /// <summary>Prepares a model: projects its frequent words.</summary>
    /// <param name="model">The model.</param>
    /// <param name="useVectors">Null = where the machine has them; the answers are the same.</param>
    public SequenceTagger(TaggerModel model, bool? useVectors = null)
    {
        _model = model;
        _useVectors = useVectors ?? Vector256.IsHardwareAccelerated;
        _projector = new WordProjector(model);
        _frequent = new WordCache(_projector.Length, model.FrequentWords.Count + 1);
        _boundary = _frequent.Add(1, WordCase.None, out var projection);
        _projector.ProjectBoundary(projection);
        foreach (var word in model.FrequentWords)
        {
            _frequent.Add(WordCache.KeyOf(word), WordFeatures.CaseOf(word), out projection);
            _projector.Project(word, projection);
        }

        _scorer = new EmissionScorer(model, _frequent);
        _decoder = new ViterbiDecoder(model.Transitions);
        _confidence = new SpanConfidence(model);
    }

    /// <summary>Tags a document.</summary>
    /// <param name="text">The document.</param>
    /// <param name="tokens">Its tokens.</param>
    /// <param name="scratch">Buffers.</param>
    /// <param name="cancellationToken">Checked once a sentence.</param>
    /// <returns>The named mentions, ascending, not overlapping; valid until the scratch is used again.</returns>
    public List<Mention> Tag(string text, TokenList tokens, TaggingScratch scratch, CancellationToken cancellationToken)
    {
        scratch.Mentions.Clear();
        var words = scratch.WordsFor(_model);
        for (var sentence = 0; sentence < tokens.SentenceCount; sentence++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var rest = tokens.TokensOf(sentence);
            while (rest.Length > 0)
            {
                var length = Math.Min(rest.Length, TaggingScratch.MaxTokens);
                TagPiece(text, rest[..length], scratch, words);
                rest = rest[length..];
            }
        }

        return scratch.Mentions;
    }

    private void TagPiece(string text, ReadOnlySpan<Token> tokens, TaggingScratch scratch, WordCache words)
    {
        Resolve(text, tokens, scratch, words);
        var contexts = scratch.Contexts.AsSpan();
        ContextFeatures.FillPositions(text, tokens, scratch.Cases.AsSpan(0, tokens.Length), contexts[..tokens.Length]);
        var scores = scratch.Scores.AsSpan(0, tokens.Length * TagScheme.Count);
        var tags = scratch.Tags.AsSpan(0, tokens.Length);
        _scorer.Score(
            scratch.Slots.AsSpan(0, tokens.Length + (2 * TaggerModel.Reach)), words, contexts, TaggingScratch.MaxTokens, scratch.Units, scores, _useVectors);
        _decoder.Decode(scores, scratch.Back, tags, _useVectors);
        for (var last = 0; last < tags.Length; last++)
        {
            if (!TagScheme.IsEnd(tags[last]) || tags[last] == TagScheme.Outside)
                continue;
            var first = last;
            while (tags[first] >= TagScheme.Inside)
                first--;
            var span = new TextSpan(tokens[first].Span.Start, tokens[last].Span.End);
            var confidence = _confidence.Of(scores, tags, first, last);
            scratch.Mentions.Add(new Mention(
                span, MentionKind.Named, (MentionType)TagScheme.TypeOf(tags[last]), confidence, MentionSource.Tagger));
        }
    }

    /// <summary>Finds or makes the projections of a sentence's words.</summary>
    private void Resolve(string text, ReadOnlySpan<Token> tokens, TaggingScratch scratch, WordCache words)
    {
        words.Reserve(tokens.Length);
        var slots = scratch.Slots.AsSpan(0, tokens.Length + (2 * TaggerModel.Reach));
        slots[0] = slots[1] = slots[^1] = slots[^2] = _boundary;
        for (var i = 0; i < tokens.Length; i++)
        {
            var word = tokens[i].Span.Of(text);
            var key = WordCache.KeyOf(word);
            var slot = _frequent.Find(key);
            if (slot >= 0)
            {
                scratch.Cases[i] = _frequent.CaseOf(slot);
                slots[i + TaggerModel.Reach] = slot;
                continue;
            }

            slot = words.Find(key);
            if (slot < 0)
            {
                slot = words.Add(key, WordFeatures.CaseOf(word), out var projection);
                _projector.Project(word, projection);
            }

            scratch.Cases[i] = words.CaseOf(slot);
            slots[i + TaggerModel.Reach] = ~slot;
        }
    }
}
