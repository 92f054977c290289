using EntityRes.Extraction.Mentions.Rules.Lexicon;

namespace EntityRes.Extraction.Mentions.Rules;

/// <summary>Reads what follows the head of a role phrase, and so tells whether the noun is the head at all.</summary>
internal static class RolePhraseTail
{
    private const int MaxOfPhrase = 6; // tokens between "of" and the head of its noun phrase

    /// <summary>The token after the phrase and the name in its of-phrase (-1 for none); an end of -1 when the noun is no head.</summary>
    public static (int End, int Owner) Read(TaggedTokens tokens, int head, RoleNoun noun, int depth)
    {
        var next = head + 1;
        if (IsExtendedBy(tokens, next, noun))
            return ReadComplement(tokens, next, noun, depth);
        return CanEnd(tokens, head) ? (next, -1) : (-1, -1);
    }

    // "of" always; "to", "for" and "in" after those who are sent somewhere or have a field.
    private static bool IsExtendedBy(TaggedTokens tokens, int next, RoleNoun noun)
    {
        if (tokens.Is(next, "of"))
            return true;
        return noun.Word switch
        {
            "ambassador" or "envoy" or "delegate" or "representative" => tokens.Is(next, "to") || tokens.Is(next, "for"),
            "secretary" or "spokesman" or "spokeswoman" or "official" or "diplomat" or "coordinator" or "commissioner" or "negotiator"
                or "general" or "minister" => tokens.Is(next, "for"),
            "commander" => tokens.Is(next, "in"),
            _ => false,
        };
    }

    private static (int End, int Owner) ReadComplement(TaggedTokens tokens, int preposition, RoleNoun noun, int depth)
    {
        if (noun.Type != MentionType.Person && noun.Sense.Name != "capital")
            return (-1, -1);
        var at = preposition + 1;
        if (tokens.Is(at, "the"))
            at++;
        if (tokens.NameAt(at) is >= 0 and var name && !tokens.IsPossessive(tokens.TokensOfName(name).End))
            return EndOfNounPhrase(tokens, tokens.TokensOfName(name).End) is > 0 and var end ? (end, name) : (-1, -1);
        if (RolePhraseWords.OfficeOf(tokens.Word(at)) is not null && tokens.NameAt(at) < 0)
        {
            if (tokens.Is(at + 1, "of") && tokens.NameAt(at + 2) is >= 0 and var owner)
                return (tokens.TokensOfName(owner).End, owner);
            return tokens.NameAt(at + 1) < 0 && !tokens.Is(at + 1, "for") ? (at + 1, -1) : (-1, -1);
        }

        for (var head = at; head < preposition + MaxOfPhrase && tokens.AreInOneSentence(head, preposition); head++)
        {
            if (RolePhraseReader.TryRead(tokens, head, depth + 1, out var nested) && nested.Tokens.Start == preposition + 1)
                return (nested.Tokens.End, -1);
        }

        return tokens.Is(preposition, "to") || tokens.Is(preposition, "in") ? (preposition, -1) : (-1, -1);
    }

    // "the capital of Baluchistan province" goes on by a noun; more than one ("AU peace forces") is beyond these rules.
    private static int EndOfNounPhrase(TaggedTokens tokens, int next)
    {
        if (CanFollow(tokens, next))
            return next;
        return tokens.NameAt(next) < 0 && tokens.Word(next) is [>= 'a' and <= 'z', ..] && CanFollow(tokens, next + 1) ? next + 1 : -1;
    }

    // A noun is the head when what follows cannot go on with the noun phrase: "the company said", not "the company car".
    private static bool CanEnd(TaggedTokens tokens, int head)
    {
        var next = head + 1;
        if (tokens.IsPossessive(next) && tokens.Is(next + 1, "office"))
            return false; // a room
        return CanFollow(tokens, next);
    }

    private static bool CanFollow(TaggedTokens tokens, int next)
    {
        if (!tokens.AreInOneSentence(next - 1, next))
            return true;
        if (tokens.NameAt(next) is >= 0)
            return false; // a title or description of the name: "the US President [Donald Trump]", "his wife [Melania]"
        if (tokens.IsPossessive(next) || !tokens.Has(next, WordTraits.Word))
            return !(tokens.Word(next) is "-" or "/" && tokens.IsGluedToNext(next - 1));
        return tokens.Has(next, WordTraits.Follower);
    }
}
