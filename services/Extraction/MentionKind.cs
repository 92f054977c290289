namespace EntityRes.Extraction;

/// <summary>How a mention refers to its entity. The numbers are those of the wire contract.</summary>
public enum MentionKind : byte
{
    /// <summary>By name: "Vladimir Putin", "Putin", "US". Titles stay outside.</summary>
    Named = 1,

    /// <summary>By a noun phrase that gives a role or kind: "the Russian leader", "NATO chief", "the party".</summary>
    Role = 2,

    /// <summary>By a pronoun: "he", "its".</summary>
    Pronoun = 3,
}
