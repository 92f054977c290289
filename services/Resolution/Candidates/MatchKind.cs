namespace EntityRes.Resolution.Candidates;

/// <summary>How a surface form came to name a candidate, in the order in which the sources are asked.</summary>
public enum MatchKind : byte
{
    /// <summary>The catalogue's name or an alias, letter for letter.</summary>
    Exact,

    /// <summary>The same alias key: case, diacritics, punctuation and script set aside.</summary>
    Folded,

    /// <summary>An adjective or noun of origin: "Russian" for Russia.</summary>
    Demonym,

    /// <summary>A place or building that stands for who sits there: "Downing Street".</summary>
    Metonym,

    /// <summary>A place with the region that it lies in: "Cambridge, Massachusetts".</summary>
    RegionSuffixed,

    /// <summary>The name without honorific or legal form: "Mr Putin", "Toyota Motor Corp.".</summary>
    Stripped,

    /// <summary>A first name by its initial: "V. Putin".</summary>
    Initials,

    /// <summary>More, fewer or turned names of a person: "Putin Vladimir Vladimirovich".</summary>
    NameParts,

    /// <summary>The same transliteration-neutral key.</summary>
    Transliterated,

    /// <summary>An alias with a typing error.</summary>
    Fuzzy,

    /// <summary>The holder of the office that a role names.</summary>
    Office,
}
