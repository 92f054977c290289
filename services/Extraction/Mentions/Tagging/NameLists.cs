namespace EntityRes.Extraction.Mentions.Tagging;

/// <summary>The name lists whose single words are features. The bits are stored in the model file.</summary>
[Flags]
internal enum NameLists : ushort
{
    /// <summary>In none.</summary>
    None = 0,

    /// <summary>Given names.</summary>
    GivenName = 1,

    /// <summary>Family names.</summary>
    FamilyName = 2,

    /// <summary>Whole names of countries.</summary>
    Country = 4,

    /// <summary>Demonyms.</summary>
    Demonym = 8,

    /// <summary>Whole names of towns, regions and physical features.</summary>
    Place = 16,

    /// <summary>Words of place names of several words.</summary>
    PlacePart = 32,

    /// <summary>Whole names and acronyms of organisations.</summary>
    Organization = 64,

    /// <summary>Last words of organisations' names: "University", "Bank".</summary>
    OrganizationHead = 128,

    /// <summary>Other words of organisations' names.</summary>
    OrganizationPart = 256,

    /// <summary>Titles and functions before a person's name: "President", "Mr.".</summary>
    Title = 512,

    /// <summary>Months, days of the week.</summary>
    Calendar = 1024,
}
