namespace EntityRes.Evaluation.Linking;

/// <summary>How a mention refers, in the terms of the ELEVANT benchmarks.</summary>
internal enum LinkedKind
{
    /// <summary>Of something whose name begins with a capital.</summary>
    Named,

    /// <summary>Of something that is called in lower case: "landgrave".</summary>
    NonNamed,

    /// <summary>Of something outside the knowledge base.</summary>
    Unknown,

    /// <summary>A noun phrase that points back or to what is known: "the Russian leader".</summary>
    Nominal,

    /// <summary>A pronoun.</summary>
    Pronominal,
}
