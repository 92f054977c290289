using EntityRes.Extraction.Mentions.Rules.Lexicon;
using EntityRes.Text;

namespace EntityRes.Extraction.Coreference;

/// <summary>What the sieves look at in one mention, worked out once.</summary>
internal record struct MentionFacts
{
    /// <summary>The mention.</summary>
    public required Mention Mention { get; init; }

    /// <summary>Its tokens, as a half-open range of indexes.</summary>
    public required TextSpan Tokens { get; init; }

    /// <summary>Its sentence.</summary>
    public required int Sentence { get; init; }

    /// <summary>The form of a name, in <see cref="DocumentFacts.Forms"/>; −1 for other kinds.</summary>
    public required int Form { get; init; }

    /// <summary>See <see cref="NameForm.Key"/>; 0 for other kinds.</summary>
    public required ulong NameKey { get; init; }

    /// <summary>See <see cref="NameForm.OwnerKey"/>; 0 for other kinds.</summary>
    public required ulong OwnerKey { get; init; }

    /// <summary>See <see cref="NameForm.Kind"/>.</summary>
    public required Sense NameKind { get; init; }

    /// <summary>See <see cref="NameForm.IsOfPolity"/>.</summary>
    public required bool IsOfPolity { get; init; }

    /// <summary>A role mention taken apart, in <see cref="DocumentFacts.Phrase"/>; −1 for other kinds and for phrases that cannot be.</summary>
    public required int Role { get; init; }

    /// <summary>Key of whose role it is, or 0.</summary>
    public required ulong RoleOwner { get; init; }

    /// <summary>The gender its own words, a first name or a title tell.</summary>
    public required Gender Gender { get; set; }

    /// <summary>Whether <see cref="Office"/> is said.</summary>
    public bool HasOffice { get; private set; }

    /// <summary>The office or kind that a name's title or a role phrase states.</summary>
    public OfficeFact Office { get; private set; }

    /// <summary>Whether it stands inside quotation marks.</summary>
    public bool IsQuoted { get; set; }

    /// <summary>Whether the mention is a name.</summary>
    public readonly bool IsName => Form >= 0;

    /// <summary>Whether the mention is the name of a polity's capital.</summary>
    public readonly bool IsCapital => IsName && Mention.Type == MentionType.Location && IsOfPolity && NameKind.Name != "country";

    /// <summary>States an office.</summary>
    public void State(OfficeFact office) => (Office, HasOffice) = (office, true);
}
