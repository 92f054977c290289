namespace EntityRes.Extraction.Mentions.Rules.Lexicon;

/// <summary>What a role noun says of its entity, and so how much it takes for a phrase to be a mention.</summary>
internal enum RoleClass : byte
{
    /// <summary>An office or post, one holder at a time: "president". Means someone even when the text does not name him.</summary>
    Office,

    /// <summary>A kind of person: "singer". Means someone only when the text names him.</summary>
    Person,

    /// <summary>A relation to someone: "wife", "counterpart".</summary>
    Kin,

    /// <summary>A kind of thing: "company", "city". Means one only when the text names it.</summary>
    Kind,
}
