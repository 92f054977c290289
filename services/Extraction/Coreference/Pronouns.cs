using EntityRes.Extraction.Mentions.Rules.Lexicon;

namespace EntityRes.Extraction.Coreference;

/// <summary>The personal pronouns of the third person.</summary>
internal static class Pronouns
{
    /// <summary>The gender of a pronoun; unknown for "it", "they" and words that are none.</summary>
    public static Gender GenderOf(ReadOnlySpan<char> word)
    {
        Span<char> lower = stackalloc char[8];
        if (word.Length is < 2 or > 8)
            return Gender.Unknown;
        word.ToLowerInvariant(lower);
        return lower[..word.Length] switch
        {
            "he" or "him" or "his" or "himself" => Gender.Male,
            "she" or "her" or "hers" or "herself" => Gender.Female,
            _ => Gender.Unknown,
        };
    }
}
