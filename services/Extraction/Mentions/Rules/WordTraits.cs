namespace EntityRes.Extraction.Mentions.Rules;

/// <summary>What the rules ask of a word by itself: closed word lists and endings, one bit each.</summary>
/// <remarks>A function of the word alone, so it is read once a word and kept beside its projection; see <see cref="WordTraitReader"/>.</remarks>
[Flags]
internal enum WordTraits : uint
{
    /// <summary>Not yet read.</summary>
    None = 0,

    /// <summary>Read: set for every word.</summary>
    Read = 1 << 0,

    /// <summary>Listed in <see cref="Lexicon.RoleNouns"/>.</summary>
    RoleNoun = 1 << 1,

    /// <summary>Has a hyphen inside: may hide a role noun ("ex-president").</summary>
    Compound = 1 << 2,

    /// <summary>The noun for one of a people: "Spaniard", "Kenyan"; not "French", "Kenyans".</summary>
    National = 1 << 3,

    /// <summary>May stand between determiner and head.</summary>
    Modifier = 1 << 4,

    /// <summary>Names the field of an office: "foreign".</summary>
    Field = 1 << 5,

    /// <summary>A modifier that says that the office was held: "former".</summary>
    Former = 1 << 6,

    /// <summary>A modifier that says that the office will be held: "incoming".</summary>
    Future = 1 << 7,

    /// <summary>A modifier about time that leaves the office held: "late".</summary>
    Late = 1 << 8,

    /// <summary>"the", "this", "that".</summary>
    Definite = 1 << 9,

    /// <summary>"his", "our".</summary>
    PossessivePronoun = 1 << 10,

    /// <summary>The clitic 's.</summary>
    Clitic = 1 << 11,

    /// <summary>An apostrophe: after a plural a possessive.</summary>
    Apostrophe = 1 << 12,

    /// <summary>Begins with a letter or digit.</summary>
    Word = 1 << 13,

    /// <summary>May follow a whole noun phrase.</summary>
    Follower = 1 << 14,

    /// <summary>No noun goes on with the noun phrase here: a function word, or what may stand right after a subject.</summary>
    NoNoun = 1 << 15,

    /// <summary>"he", "her" and the other pronouns for one person.</summary>
    PersonPronoun = 1 << 16,

    /// <summary>"its".</summary>
    ThingPronoun = 1 << 17,
}
