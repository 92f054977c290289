using EntityRes.Extraction.Mentions.Rules.Lexicon;

namespace EntityRes.Extraction.Coreference;

/// <summary>What a name's characters and type alone tell: the same for all its mentions, in all documents.</summary>
/// <remarks>Keys are 64-bit hashes of alias keys (<see cref="NameKeys"/>): two names with one hash would be taken for one.</remarks>
internal readonly record struct NameForm
{
    /// <summary>
    /// Equal for two names that are one by type and form alone: of the alias key, the polity of a country's names, the lemma of
    /// a people's name; 0 for a name without letters.
    /// </summary>
    public required ulong Key { get; init; }

    /// <summary>
    /// Key under which the entity owns offices: the same for "Russia" and "Russian"; of the alias key for names of no known polity.
    /// </summary>
    public required ulong OwnerKey { get; init; }

    /// <summary>Whether <see cref="OwnerKey"/> is a polity's.</summary>
    public required bool IsOfPolity { get; init; }

    /// <summary>What kind of thing the name itself says it is ("bank", "country", "island"), or none.</summary>
    public required Sense Kind { get; init; }

    /// <summary>Its words in <see cref="NameForms"/>, particles such as "al" at a person's start left out.</summary>
    public required Range Words { get; init; }

    /// <summary>The last word that is no "Jr." or "III": its key.</summary>
    public required ulong Surname { get; init; }

    /// <summary>Key of its words, of its type.</summary>
    public required ulong WordsKey { get; init; }

    /// <summary>Key that a place with the same words would have as <see cref="WordsKey"/>.</summary>
    public required ulong PlaceKey { get; init; }

    /// <summary>Whether its words are those of a polity or a capital.</summary>
    public required bool IsPlace { get; init; }

    /// <summary>Whether it is written as acronyms are.</summary>
    public required bool IsAcronym { get; init; }

    /// <summary>Keys of its acronyms in <see cref="NameForms"/>.</summary>
    public required Range Acronyms { get; init; }

    /// <summary>Keys of its safe shorter forms in <see cref="NameForms"/>.</summary>
    public required Range ShortForms { get; init; }

    /// <summary>Number of words.</summary>
    public int WordCount => Words.End.Value - Words.Start.Value;
}
