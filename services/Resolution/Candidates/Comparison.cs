namespace EntityRes.Resolution.Candidates;

/// <summary>How a name is compared with the names of an entity.</summary>
internal enum Comparison : ulong
{
    /// <summary>With the most similar of all, as names of persons.</summary>
    LikenessOfPersons,

    /// <summary>With the most similar of all, as names of anything else.</summary>
    Likeness,

    /// <summary>With the first, as names of persons.</summary>
    FirstNameOfPersons,

    /// <summary>Whether it contradicts all full names of a person.</summary>
    Contradiction,

    /// <summary>Whether its parts agree with the first.</summary>
    Parts,
}
