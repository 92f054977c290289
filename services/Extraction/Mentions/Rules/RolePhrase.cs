using EntityRes.Extraction.Mentions.Rules.Lexicon;
using EntityRes.Text;

namespace EntityRes.Extraction.Mentions.Rules;

/// <summary>A noun phrase with a role noun as its head, taken apart.</summary>
internal readonly record struct RolePhrase
{
    /// <summary>The whole phrase as a range of tokens, determiner and of-phrase included.</summary>
    public required TextSpan Tokens { get; init; }

    /// <summary>Index of the head's token.</summary>
    public required int HeadToken { get; init; }

    /// <summary>The head.</summary>
    public required RoleNoun Noun { get; init; }

    /// <summary>The office or kind with its field: "president", "premier", "foreign minister", "vice president", "company".</summary>
    public required Sense Sense { get; init; }

    /// <summary>How the phrase begins.</summary>
    public required RoleDeterminer Determiner { get; init; }

    /// <summary>Whether the office is held.</summary>
    public required RoleTense Tense { get; init; }

    /// <summary>The named mention whose role it is: "Russian" of "the Russian leader", "Ukraine" of "Ukraine's president"; or -1.</summary>
    public required int Owner { get; init; }

    /// <summary>Number of words between determiner and head, names included.</summary>
    public required int Modifiers { get; init; }
}
