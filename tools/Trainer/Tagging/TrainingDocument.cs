using EntityRes.Evaluation.Corpora;
using EntityRes.Extraction;
using EntityRes.Extraction.Mentions.Tagging;
using EntityRes.Text;
using EntityRes.Trainer.Corpora;

namespace EntityRes.Trainer.Tagging;

/// <summary>A document as sentences of word types, with the arrays that document evidence is made from.</summary>
internal sealed class TrainingDocument
{
    private static readonly DocumentEvidence Evidence = new();

    private readonly DocumentTokens _tokens = new();
    private readonly List<int> _firstTokens = [];

    public TrainingDocument(TrainingItem source, WordTypes types, PhraseTable phrases)
    {
        Source = source;
        var document = source.Document;
        _tokens.Reserve(document.Tokens.Count);
        for (var passage = new Extraction.Mentions.Tagging.Passages(document.Tokens); passage.MoveNext();)
        {
            var from = Sentences.Count;
            for (var piece = passage.Pieces(); piece.MoveNext();)
                AddSentence(types, phrases, piece.First, piece.Length);
            Passages.Add(new TrainingPassage([.. Sentences.Skip(from)]));
        }
    }

    public TrainingItem Source { get; }

    public List<TrainingSentence> Sentences { get; } = [];

    public List<TrainingPassage> Passages { get; } = [];

    /// <summary>Takes the tags of a sentence's decoding.</summary>
    public void SetTags(int sentence, ReadOnlySpan<byte> tags) => tags.CopyTo(_tokens.Tags.AsSpan(_firstTokens[sentence]));

    /// <summary>Fills the evidence slot of all sentences from the tags.</summary>
    public void FillEvidence()
    {
        _tokens.FillEvidence(Source.Document.Tokens.Count, Evidence);
        for (var s = 0; s < Sentences.Count; s++)
        {
            var slot = Sentences[s].Contexts[ContextFeatures.Evidence];
            _tokens.Evidence.AsSpan(_firstTokens[s], slot.Length).CopyTo(slot);
        }
    }

    /// <summary>Makes the present tags the annotation.</summary>
    public void AdoptTags()
    {
        for (var s = 0; s < Sentences.Count; s++)
        {
            for (var i = 0; i < Sentences[s].Allowed.Length; i++)
                Sentences[s].Allowed[i] = 1u << _tokens.Tags[_firstTokens[s] + i];
        }
    }

    public void ClearEvidence()
    {
        foreach (var sentence in Sentences)
            Array.Clear(sentence.Contexts[ContextFeatures.Evidence]);
    }

    /// <summary>The mentions that the tags spell.</summary>
    public List<GoldSpan> Found()
    {
        var found = new List<GoldSpan>();
        var tokens = Source.Document.Tokens;
        for (var last = 0; last < tokens.Count; last++)
        {
            var tag = _tokens.Tags[last];
            if (!TagScheme.IsEnd(tag) || tag == TagScheme.Outside)
                continue;
            var first = last;
            while (_tokens.Tags[first] >= TagScheme.Inside)
                first--;
            found.Add(new GoldSpan(new TextSpan(tokens[first].Span.Start, tokens[last].Span.End), (MentionType)TagScheme.TypeOf(tag)));
        }

        return found;
    }

    private void AddSentence(WordTypes types, PhraseTable phrases, int first, int length)
    {
        var text = Source.Document.Gold.Text;
        var tokens = Source.Document.Tokens.Items.Slice(first, length);
        var ids = new int[length];
        for (var i = 0; i < length; i++)
        {
            var word = tokens[i].Span.Of(text);
            ids[i] = types.IdOf(word);
            _tokens.Cases[first + i] = WordFeatures.CaseOf(word);
            _tokens.Keys[first + i] = WordFeatures.LowerKeyOf(word);
        }

        var contexts = new byte[ContextFeatures.Slots][];
        for (var slot = 0; slot < contexts.Length; slot++)
            contexts[slot] = new byte[length];
        phrases.Fill(_tokens.Keys.AsSpan(first, length), _tokens.Cases.AsSpan(first, length), contexts[ContextFeatures.Phrase]);
        var positions = contexts[ContextFeatures.Position];
        ContextFeatures.FillPositions(text, tokens, _tokens.Cases.AsSpan(first, length), positions);
        positions.CopyTo(_tokens.Positions.AsSpan(first));
        _firstTokens.Add(first);
        Sentences.Add(new TrainingSentence(ids, contexts, Source.Document.Allowed[first..(first + length)], Source.Weight));
    }
}
