using System.Collections.Frozen;
using EntityRes.Extraction.Mentions.Rules.Lexicon;

namespace EntityRes.Extraction.Mentions.Rules;

/// <summary>What single words do in a role phrase.</summary>
internal static class RolePhraseWords
{
    // Word → the spelling that senses have.
    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> Fields =
        LexiconFile.Read("role-fields.txt", 1).ToFrozenDictionary(f => f[0], f => Spelling(f[0]), StringComparer.OrdinalIgnoreCase)
            .GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly Sense Premier = Sense.Of("premier");
    private static readonly Sense Leader = Sense.Of("leader");

    /// <summary>The head of "the 45-year-old".</summary>
    public static RoleNoun YearOld { get; } = new("year-old", MentionType.Person, RoleClass.Person, Sense.Of("year-old"), Gender.Unknown);

    /// <summary>The head of "the Spaniard".</summary>
    public static RoleNoun National { get; } = new("national", MentionType.Person, RoleClass.Person, Sense.Of("national"), Gender.Unknown);

    /// <summary>Whether the name of a people stands for one person: "the Spaniard", "the Kenyan"; not "the French", "the Kenyans".</summary>
    public static bool IsNational(TaggedTokens tokens, int token, int name) =>
        tokens.TypeOfName(name) == MentionType.Group && tokens.TokensOfName(name).End == token + 1
        && tokens.Has(token, WordTraits.National) && tokens.Is(tokens.TokensOfName(name).Start - 1, "the");

    /// <summary>The determiner a word is, or null.</summary>
    public static RoleDeterminer? DeterminerOf(ReadOnlySpan<char> word)
    {
        Span<char> lower = stackalloc char[8];
        if (word.Length is < 2 or > 8)
            return null;
        word.ToLowerInvariant(lower);
        return lower[..word.Length] switch
        {
            "the" or "this" or "that" => RoleDeterminer.Definite,
            "his" or "her" or "its" or "their" or "my" or "our" or "your" => RoleDeterminer.Pronoun,
            _ => null,
        };
    }

    /// <summary>What a modifier says about the time of the office, or null.</summary>
    public static RoleTense? TenseOf(ReadOnlySpan<char> word)
    {
        Span<char> lower = stackalloc char[12];
        if (word.Length is < 2 or > 12)
            return null;
        word.ToLowerInvariant(lower);
        return lower[..word.Length] switch
        {
            "former" or "ex" or "then" or "onetime" or "one-time" or "ousted" or "deposed" or "toppled" or "now-former"
                or "long-time" or "longtime" or "previous" => RoleTense.Former,
            "incoming" or "future" or "next" or "designate" or "elect" => RoleTense.Future,
            "late" => RoleTense.Current,
            _ => null,
        };
    }

    /// <summary>The time that "ex-president", "then-mayor" or "president-elect" states.</summary>
    public static RoleTense TenseOfCompound(ReadOnlySpan<char> word)
    {
        if (word.EndsWith("-elect", StringComparison.OrdinalIgnoreCase)
            || word.EndsWith("-designate", StringComparison.OrdinalIgnoreCase))
            return RoleTense.Future;
        return word.StartsWith("ex-", StringComparison.OrdinalIgnoreCase)
            || word.StartsWith("then-", StringComparison.OrdinalIgnoreCase) ? RoleTense.Former : RoleTense.Current;
    }

    /// <summary>The office with its field: "foreign minister", "premier", "vice president", "secretary of state".</summary>
    /// <param name="tokens">The document.</param>
    /// <param name="first">First token of the phrase.</param>
    /// <param name="head">Its head.</param>
    /// <param name="end">Token after the phrase.</param>
    /// <param name="noun">The head's noun.</param>
    public static Sense SenseOf(TaggedTokens tokens, int first, int head, int end, RoleNoun noun)
    {
        if (noun.Class != RoleClass.Office && noun.Sense.Name is not "bank" and not "party")
            return noun.Sense;
        var sense = noun.Sense;
        if (end > head + 2 && tokens.Is(head + 1, "of") && tokens.NameAt(head + 2) < 0 && OfficeOf(tokens.Word(head + 2)) is { } office)
            sense = (noun.Word, office) is ("head" or "chief", "state") ? Leader : sense.Followed(" of ", office);
        for (var at = head - 1; at >= first && tokens.Has(at, WordTraits.Field) && tokens.NameAt(at) < 0; at--)
        {
            Fields.TryGetValue(tokens.Word(at), out var field);
            sense = (field, sense.Name) is ("prime", "minister") ? Premier : sense.Preceded(field!);
        }

        return sense;
    }

    /// <summary>Whether a word names the field of an office.</summary>
    public static bool IsField(ReadOnlySpan<char> word) => Fields.ContainsKey(word);

    /// <summary>The common noun that completes an office after "of": "Secretary of State"; else null.</summary>
    public static string? OfficeOf(ReadOnlySpan<char> word)
    {
        Span<char> lower = stackalloc char[16];
        if (word.Length is < 4 or > 16)
            return null;
        word.ToLowerInvariant(lower);
        return lower[..word.Length] switch
        {
            "state" => "state",
            "staff" => "staff",
            "defense" or "defence" => "defence",
            "commerce" => "commerce",
            "labor" or "labour" => "labour",
            "parliament" => "parliament",
            "agriculture" => "agriculture",
            "education" => "education",
            "energy" => "energy",
            "finance" => "finance",
            "health" => "health",
            "interior" => "interior",
            "justice" => "justice",
            "operations" => "operations",
            _ => null,
        };
    }

    private static string Spelling(string field) => field.ToLowerInvariant() switch
    {
        "defense" => "defence",
        "labor" => "labour",
        "sports" => "sport",
        "economics" or "economic" => "economy",
        var lower => lower,
    };
}
