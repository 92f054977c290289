namespace EntityRes.Extraction.Coreference;

/// <summary>What speaks for a chain as the antecedent of "the company" and the like; the names are those of the weights' file.</summary>
internal enum SalienceFeature
{
    /// <summary>log(1 + mentions of the chain so far).</summary>
    Mentions,

    /// <summary>log(1 + mentions so far of the chain's country, its people and its capital).</summary>
    Support,

    /// <summary>log(1 + sentences since the last name of the chain).</summary>
    Distance,

    /// <summary>1 when the last name stands in the phrase's own sentence.</summary>
    SameSentence,

    /// <summary>1 when the last name modifies a noun: "U.S. forces".</summary>
    Modifier,

    /// <summary>1 when the last name is the first mention of its sentence.</summary>
    Subject,

    /// <summary>1 when the name itself says that it is such a thing.</summary>
    SaysKind,

    /// <summary>1 when the chain begins in the first two sentences.</summary>
    Lead,

    /// <summary>log(1 + chains that could be meant and were named more recently).</summary>
    Rank,

    /// <summary>1 when the chain was called by a phrase of this sense before.</summary>
    CalledSo,

    /// <summary>1 when the last name is in brackets or closes a dateline.</summary>
    Aside,

    /// <summary>1 when the country was spoken of last by its people's or its capital's name.</summary>
    Proxy,

    /// <summary>1 when something said of the chain has the phrase's owner: "British sprinter [X]" … "the Briton".</summary>
    SameOwner,
}
