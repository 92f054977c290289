using EntityRes.Extraction.Mentions.Rules;
using EntityRes.Extraction.Mentions.Rules.Lexicon;
using EntityRes.Text;

namespace EntityRes.Extraction.Coreference;

/// <summary>What the sieves look at in one mention, worked out once.</summary>
internal sealed record MentionFacts
{
    /// <summary>The mention.</summary>
    public required Mention Mention { get; init; }

    /// <summary>Its tokens, as a half-open range of indexes.</summary>
    public required TextSpan Tokens { get; init; }

    /// <summary>Its sentence.</summary>
    public required int Sentence { get; init; }

    /// <summary>
    /// Equal for two names that are one by their form alone: the alias key, the polity of a country's names, the lemma of a
    /// people's name.
    /// </summary>
    public required string NameKey { get; init; }

    /// <summary>Alias keys of a name's words, particles such as "al" at its start left out; empty for other kinds.</summary>
    public required string[] Words { get; init; }

    /// <summary>
    /// Key under which the entity owns offices: the same for "Russia" and "Russian"; for names of no known polity the name key.
    /// </summary>
    public required string OwnerKey { get; init; }

    /// <summary>What kind of thing the name itself says it is ("bank", "country", "island"), or empty.</summary>
    public string NameKind { get; init; } = "";

    /// <summary>The gender its own words, a first name or a title tell.</summary>
    public Gender Gender { get; init; }

    /// <summary>The title before a person's name, if it has an office noun.</summary>
    public OfficeFact? Title { get; init; }

    /// <summary>A role mention taken apart; null for other kinds and for phrases that cannot be.</summary>
    public RolePhrase? Role { get; init; }

    /// <summary>Key of whose role it is, or empty.</summary>
    public string RoleOwner { get; init; } = "";

    /// <summary>Whether it stands inside quotation marks.</summary>
    public bool IsQuoted { get; init; }

    /// <summary>Whether the mention is a name.</summary>
    public bool IsName => Mention.Kind == MentionKind.Named;

    /// <summary>Whether the mention is the name of a polity's capital.</summary>
    public bool IsCapital => IsName && Mention.Type == MentionType.Location && NameKind != "country" && OwnerKey.StartsWith("polity ", StringComparison.Ordinal);

    /// <summary>The office a role mention states.</summary>
    public OfficeFact? Office => Role is { } role ? new OfficeFact(role.Sense, RoleOwner, role.Tense) : null;
}
