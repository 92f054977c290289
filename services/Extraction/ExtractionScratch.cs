using EntityRes.Extraction.Coreference;
using EntityRes.Extraction.Mentions.Rules;
using EntityRes.Extraction.Mentions.Tagging;
using EntityRes.Extraction.Sentences;
using EntityRes.Extraction.Tokens;

namespace EntityRes.Extraction;

/// <summary>The buffers of one run of the pipeline. Use one for each concurrent document and keep it; not thread-safe.</summary>
public sealed class ExtractionScratch
{
    /// <summary>Sentences of the last document.</summary>
    public SentenceList Sentences { get; } = new();

    /// <summary>Tokens of the last document.</summary>
    public TokenList Tokens { get; } = new();

    /// <summary>Buffers of the tagger.</summary>
    public TaggingScratch Tagging { get; } = new();

    /// <summary>Buffers of the mention rules.</summary>
    public RuleScratch Rules { get; } = new();

    /// <summary>Buffers of the chains.</summary>
    public ChainScratch Chains { get; } = new();
}
