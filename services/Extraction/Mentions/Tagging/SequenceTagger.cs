using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using EntityRes.Extraction.Mentions.Rules;
using EntityRes.Extraction.Tokens;
using EntityRes.Text;

namespace EntityRes.Extraction.Mentions.Tagging;

/// <summary>Tokens → named mentions, by the trained model.</summary>
/// <remarks>
/// O(tokens). No allocation per token once the scratch has grown to the document's size. Thread-safe for separate scratches.
/// </remarks>
internal sealed class SequenceTagger
{
    /// <summary>Frequent words that are projected at load; each costs some microseconds. The rest wait until they are seen.</summary>
    private const int PreparedWords = 2_000;

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
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public SequenceTagger(TaggerModel model, bool? useVectors = null)
    {
        _model = model;
        _useVectors = useVectors ?? Vector256.IsHardwareAccelerated;
        _projector = new WordProjector(model);
        _frequent = new WordCache(_projector.Length, model.FrequentWords.Count + 1);
        _boundary = _frequent.Add(1, "", out var projection).Slot;
        _projector.ProjectBoundary(projection);
        for (var i = 0; i < PreparedWords && i < model.FrequentWords.Count; i++)
        {
            var word = model.FrequentWords[i];
            _frequent.Add(WordCache.KeyOf(word), word, out projection);
            _projector.Project(word, projection);
        }

        _scorer = new EmissionScorer(model);
        _decoder = new ViterbiDecoder(model.Transitions);
        _confidence = new SpanConfidence(model);
    }

    /// <summary>Tags a document: once by itself, then again where the document's other occurrences of a name have something to say.</summary>
    /// <param name="text">The document.</param>
    /// <param name="tokens">Its tokens.</param>
    /// <param name="scratch">Buffers.</param>
    /// <param name="cancellationToken">Checked once a sentence.</param>
    /// <returns>The named mentions, ascending, not overlapping; valid until the scratch is used again.</returns>
    public ReadOnlySpan<Mention> Tag(string text, TokenList tokens, TaggingScratch scratch, CancellationToken cancellationToken)
    {
        scratch.Fit(_frequent, _model.Hidden);
        var document = scratch.Document;
        document.Reserve(tokens.Count);
        document.Evidence.AsSpan(0, tokens.Count).Clear();
        var generation = scratch.Words.Generation;
        for (var passage = new Passages(tokens); passage.MoveNext();)
        {
            Open(text, tokens, passage, scratch);
            for (var piece = passage.Pieces(); piece.MoveNext();)
            {
                cancellationToken.ThrowIfCancellationRequested();
                TagPiece(text, tokens, passage.Index, piece.First, piece.Length, scratch);
            }
        }

        document.FillEvidence(tokens.Count, scratch.Evidence);
        for (var passage = new Passages(tokens); passage.MoveNext();)
        {
            if (!document.Disagrees(passage.First, passage.Length))
                continue;
            if (scratch.Words.Generation != generation)
                Open(text, tokens, passage, scratch);
            for (var piece = passage.Pieces(); piece.MoveNext();)
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (!document.Disagrees(piece.First, piece.Length))
                    continue;
                foreach (var slot in document.Slots.AsSpan(piece.First, piece.Length))
                    scratch.Words.PrefetchProjection(slot);
                TagPiece(text, tokens, passage.Index, piece.First, piece.Length, scratch);
            }
        }

        FillMentions(tokens, document, scratch.Mentions);
        return CollectionsMarshal.AsSpan(scratch.Mentions);
    }

    private static void FillMentions(TokenList tokens, DocumentTokens document, List<Mention> mentions)
    {
        mentions.Clear();
        for (var last = 0; last < tokens.Count; last++)
        {
            var tag = document.Tags[last];
            if (tag == TagScheme.Outside || !TagScheme.IsEnd(tag))
                continue;
            var first = FirstOf(document.Tags, last);
            var span = new TextSpan(tokens[first].Span.Start, tokens[last].Span.End);
            mentions.Add(new Mention(
                span, MentionKind.Named, (MentionType)TagScheme.TypeOf(tag), document.Confidences[last], MentionSource.Tagger));
        }
    }

    private static int FirstOf(ReadOnlySpan<byte> tags, int last)
    {
        while (tags[last] >= TagScheme.Inside)
            last--;
        return last;
    }

    /// <summary>Finds the projections of a passage's words and what they have in common.</summary>
    private void Open(string text, TokenList tokens, Passages passage, TaggingScratch scratch)
    {
        var traits = tokens.BeginTraits().Slice(passage.First, passage.Length);
        Resolve(text, tokens.Items.Slice(passage.First, passage.Length), passage.First, traits, scratch);
        _scorer.FillPassage(
            scratch.Document.Slots.AsSpan(passage.First, passage.Length), scratch.Words, scratch.Sums, scratch.PassageAt(passage.Index));
    }

    private void TagPiece(string text, TokenList tokens, int passage, int first, int length, TaggingScratch scratch)
    {
        var document = scratch.Document;
        var items = tokens.Items.Slice(first, length);
        var window = scratch.Window.AsSpan(0, length + (2 * TaggerModel.Reach));
        window.Fill(_boundary);
        document.Slots.AsSpan(first, length).CopyTo(window[TaggerModel.Reach..]);
        var positions = document.Positions.AsSpan(first, length);
        ContextFeatures.FillPositions(text, items, document.Cases.AsSpan(first, length), positions);
        positions.CopyTo(scratch.Contexts.AsSpan(ContextFeatures.Position * TaggingScratch.MaxTokens));
        _model.Phrases.Fill(
            document.Keys.AsSpan(first, length), document.Cases.AsSpan(first, length),
            scratch.Contexts.AsSpan(ContextFeatures.Phrase * TaggingScratch.MaxTokens, length));
        document.Evidence.AsSpan(first, length).CopyTo(scratch.Contexts.AsSpan(ContextFeatures.Evidence * TaggingScratch.MaxTokens));

        var scores = scratch.Scores.AsSpan(0, length * TagScheme.Count);
        var tags = document.Tags.AsSpan(first, length);
        _scorer.Score(
            window, scratch.Words, scratch.Contexts, TaggingScratch.MaxTokens, scratch.PassageAt(passage), scratch.Units, scores, _useVectors);
        _decoder.Decode(scores, scratch.Back, tags, _useVectors);
        for (var last = 0; last < length; last++)
        {
            if (tags[last] != TagScheme.Outside && TagScheme.IsEnd(tags[last]))
                document.Confidences[first + last] = _confidence.Of(scores, tags, FirstOf(tags, last), last);
        }
    }

    /// <summary>Finds or makes the projections and traits of words.</summary>
    private void Resolve(string text, ReadOnlySpan<Token> tokens, int first, Span<WordTraits> traits, TaggingScratch scratch)
    {
        var words = scratch.Words;
        words.Reserve(tokens.Length);
        var keys = scratch.WordKeys.AsSpan(0, tokens.Length);
        for (var i = 0; i < tokens.Length; i++)
        {
            keys[i] = WordCache.KeyOf(text, tokens[i].Span);
            words.PrefetchWord(keys[i]);
        }

        var document = scratch.Document;
        for (var i = 0; i < tokens.Length; i++)
        {
            ref var cached = ref words.Find(keys[i]);
            if (Unsafe.IsNullRef(ref cached))
                cached = ref Add(keys[i], tokens[i].Span.Of(text), words);
            words.PrefetchProjection(cached.Slot);
            if (cached.Traits == WordTraits.None)
                cached.Traits = WordTraitReader.Of(tokens[i].Span.Of(text));
            if (cached.Case is not (WordCase.Lower or WordCase.None))
                _model.Phrases.PrefetchStart(cached.LowerKey);
            document.Slots[first + i] = cached.Slot;
            document.Cases[first + i] = cached.Case;
            document.Keys[first + i] = cached.LowerKey;
            traits[i] = cached.Traits;
        }
    }

    private ref CachedWord Add(ulong key, ReadOnlySpan<char> word, WordCache words)
    {
        ref var added = ref words.Add(key, word, out var projection);
        _projector.Project(word, projection);
        return ref added;
    }
}
