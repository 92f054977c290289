namespace EntityRes.Extraction.Mentions.Rules;

/// <summary>How a role phrase begins.</summary>
internal enum RoleDeterminer : byte
{
    /// <summary>With none: "NATO chief".</summary>
    None,

    /// <summary>"the president", "this country".</summary>
    Definite,

    /// <summary>"his wife", "our country".</summary>
    Pronoun,

    /// <summary>"Ukraine's president", "the country's capital".</summary>
    Possessor,
}
