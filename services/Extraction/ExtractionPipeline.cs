using EntityRes.Extraction.Coreference;
using EntityRes.Extraction.Dates;
using EntityRes.Extraction.Mentions;
using EntityRes.Extraction.Mentions.Repair;
using EntityRes.Extraction.Mentions.Rules;
using EntityRes.Extraction.Mentions.Tagging;
using EntityRes.Extraction.Sentences;
using EntityRes.Extraction.Tokens;

namespace EntityRes.Extraction;

/// <summary>Text → mentions and chains. The stages in order.</summary>
/// <remarks>Immutable and thread-safe; O(length of the text). The same text gives the same answer on every machine.</remarks>
public sealed class ExtractionPipeline
{
    private readonly SequenceTagger _tagger;

    private ExtractionPipeline(TaggerModel model)
    {
        ModelVersion = model.Version;
        _tagger = new SequenceTagger(model);
    }

    /// <summary>Version of the tagger model: what it was trained from.</summary>
    public string ModelVersion { get; }

    /// <summary>Loads the model that ships with the library.</summary>
    /// <exception cref="InvalidDataException">The model is missing or damaged.</exception>
    public static ExtractionPipeline Load()
    {
        using var stream = typeof(ExtractionPipeline).Assembly.GetManifestResourceStream("tagger.bin")
            ?? throw new InvalidDataException("tagger.bin: not in the assembly");
        var file = new byte[stream.Length];
        stream.ReadExactly(file);
        return Load(file);
    }

    /// <summary>Loads a model file.</summary>
    /// <param name="modelFile">Its bytes.</param>
    /// <exception cref="InvalidDataException">The file is no tagger model, of another format, or damaged.</exception>
    public static ExtractionPipeline Load(byte[] modelFile)
    {
        ArgumentNullException.ThrowIfNull(modelFile);
        return new ExtractionPipeline(TaggerModelFile.Read(modelFile));
    }

    /// <summary>Extracts the mentions of a document.</summary>
    /// <param name="text">Any characters, lone surrogates included.</param>
    /// <param name="scratch">Buffers that no other thread uses.</param>
    /// <param name="cancellationToken">Checked once a sentence.</param>
    /// <param name="stages">Told of every stage that is done, by its name; null = nobody.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public ExtractionResult Run(
        string text, ExtractionScratch scratch, CancellationToken cancellationToken, IProgress<string>? stages = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(scratch);
        var sentences = SentenceSplitter.Split(text, scratch.Sentences);
        stages?.Report("sentences");
        var tokens = Tokenizer.Tokenize(text, sentences, scratch.Tokens);
        stages?.Report("tokens");
        var tagged = _tagger.Tag(text, tokens, scratch.Tagging, cancellationToken);
        stages?.Report("tagging");
        var named = NameRepair.Repair(text, tokens, tagged, scratch.Rules);
        var roles = RoleMentionFinder.Find(text, tokens, named, scratch.Rules);
        var pronouns = PronounFinder.Find(text, tokens, scratch.Rules);
        var mentions = MentionMerger.Merge(named, roles, pronouns, scratch.Rules.Merged);
        stages?.Report("mentions");
        var linked = ChainBuilder.Link(text, tokens, mentions, scratch.Chains);
        stages?.Report("coreference");
        var date = DocumentDateFinder.Find(text);
        stages?.Report("date");
        return new ExtractionResult(linked.Mentions, linked.Chains, date);
    }
}
