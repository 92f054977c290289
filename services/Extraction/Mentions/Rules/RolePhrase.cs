using EntityRes.Extraction.Mentions.Rules.Lexicon;
using EntityRes.Text;

namespace EntityRes.Extraction.Mentions.Rules;

/// <summary>A noun phrase with a role noun as its head, taken apart.</summary>
internal sealed record RolePhrase
{
    /// <summary>The whole phrase as a range of tokens, determiner and of-phrase included.</summary>
    public required TextSpan Tokens { get; init; }

    /// <summary>Index of the head's token.</summary>
    public required int HeadToken { get; init; }

    /// <summary>The head.</summary>
    public required RoleNoun Noun { get; init; }

    /// <summary>The office or kind with its field: "president", "premier", "foreign minister", "vice president", "company".</summary>
    public required string Sense { get; init; }

    /// <summary>How the phrase begins.</summary>
    public required RoleDeterminer Determiner { get; init; }

    /// <summary>Whether the office is held.</summary>
    public RoleTense Tense { get; init; }

    /// <summary>The named mention whose role it is: "Russian" of "the Russian leader", "Ukraine" of "Ukraine's president"; or -1.</summary>
    public int Owner { get; init; } = -1;

    /// <summary>Number of words between determiner and head, names included.</summary>
    public int Modifiers { get; init; }
}
