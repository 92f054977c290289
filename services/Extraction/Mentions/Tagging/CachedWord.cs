using EntityRes.Extraction.Mentions.Rules;

namespace EntityRes.Extraction.Mentions.Tagging;

/// <summary>What a <see cref="WordCache"/> holds of a word; its projection is elsewhere.</summary>
internal struct CachedWord
{
    /// <summary>Its hash.</summary>
    public required ulong Key { get; init; }

    /// <summary>Where its projection is.</summary>
    public required int Slot { get; init; }

    /// <summary>Key of the lower-case form.</summary>
    public required uint LowerKey { get; init; }

    /// <summary>How it is written.</summary>
    public required WordCase Case { get; init; }

    /// <summary>What the rules ask of it; <see cref="WordTraits.None"/> until someone has read them.</summary>
    /// <remarks>Readers of a finished cache may read a word at once: they write the same.</remarks>
    public WordTraits Traits { get; set; }
}
