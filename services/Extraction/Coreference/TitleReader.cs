using EntityRes.Extraction.Mentions.Rules;
using EntityRes.Extraction.Mentions.Rules.Lexicon;

namespace EntityRes.Extraction.Coreference;

/// <summary>Reads the title before a person's name: "Russian President [Vladimir Putin]", "Mrs. [Merkel]".</summary>
internal static class TitleReader
{
    private const int MaxWords = 8;

    /// <summary>A title, taken apart.</summary>
    /// <param name="Sense">The office, or null when the title names none.</param>
    /// <param name="Owner">The named mention whose office it is, or -1.</param>
    /// <param name="Tense">Whether the office is held.</param>
    /// <param name="Gender">The gender the title tells.</param>
    public readonly record struct Title(Sense? Sense, int Owner, RoleTense Tense, Gender Gender);

    /// <summary>Reads the title that ends right before a token.</summary>
    public static Title Read(TaggedTokens tokens, int nameStart)
    {
        var at = nameStart - 1;
        var gender = Gender.Unknown;
        while (tokens.AreInOneSentence(at, nameStart) && HonorificGender(tokens.Word(at), out var told))
        {
            gender = told;
            at--;
        }

        if (!tokens.AreInOneSentence(at, nameStart) || tokens.NameAt(at) >= 0 || RolePhraseReader.NounAt(tokens, at, out var tense) is not { } noun
            || noun.Type != MentionType.Person)
            return new Title(null, -1, RoleTense.Current, gender);

        var head = at;
        var owner = -1;
        for (at--; at > head - MaxWords && tokens.AreInOneSentence(at, head); at--)
        {
            if (tokens.NameAt(at) is >= 0 and var name)
            {
                owner = owner >= 0 ? owner : name;
                at = tokens.TokensOfName(name).Start;
                continue;
            }

            if (tokens.IsPossessive(at) && tokens.NameAt(at - 1) >= 0)
                continue;
            if (RolePhraseReader.TenseAt(tokens, at) is { } stated)
                tense = tense == RoleTense.Current ? stated : tense;
            else if (!tokens.Has(at, WordTraits.Field)
                && (tokens.TraitsOf(at) & (WordTraits.Modifier | WordTraits.RoleNoun)) != (WordTraits.Modifier | WordTraits.RoleNoun))
                break;
        }

        var sense = RolePhraseWords.SenseOf(tokens, at + 1, head, head + 1, noun);
        return new Title(sense, owner, tense, gender == Gender.Unknown ? noun.Gender : gender);
    }

    private static bool HonorificGender(ReadOnlySpan<char> word, out Gender gender)
    {
        gender = word switch
        {
            "Mr" or "Mr." or "Sir" or "Sheikh" or "Lord" or "MR" or "MR." => Gender.Male,
            "Mrs" or "Mrs." or "Ms" or "Ms." or "Miss" or "Lady" or "Dame" or "Madame" or "Sister" or "MS." or "MRS." or "MS" => Gender.Female,
            _ => Gender.Unknown,
        };
        return gender != Gender.Unknown || word is "Dr" or "Dr." or "Prof." or "Professor" or "Rev." or "Reverend";
    }
}
