using EntityRes.Text;

namespace EntityRes.Resolution.Roles;

/// <summary>
/// Surface form of a role mention → its parts. The grammar:
/// <c>[determiner] modifier* [polity] modifier* noun [of|for [the] polity] ["-elect"]</c>, the polity as adjective ("Russian"), possessive
/// ("Ukraine's"), compound ("NATO chief") or of-phrase ("head of the IMF").
/// </summary>
public static class RolePhraseParser
{
    private static readonly string[] Determiners = ["the", "a", "an", "this", "that", "its", "his", "her", "their", "our"];
    private static readonly string[] Prepositions = ["of", "for", "at"];

    private static readonly Dictionary<string, RoleModifiers> Modifiers = new(StringComparer.Ordinal)
    {
        ["former"] = RoleModifiers.Former,
        ["ex"] = RoleModifiers.Former,
        ["late"] = RoleModifiers.Former,
        ["ousted"] = RoleModifiers.Former,
        ["deposed"] = RoleModifiers.Former,
        ["onetime"] = RoleModifiers.Former,
        ["then"] = RoleModifiers.Then,
        ["acting"] = RoleModifiers.Acting,
        ["interim"] = RoleModifiers.Acting,
        ["caretaker"] = RoleModifiers.Acting,
        ["incoming"] = RoleModifiers.Incoming,
        ["elect"] = RoleModifiers.Incoming,
        ["designate"] = RoleModifiers.Incoming,
        ["current"] = RoleModifiers.None,
        ["incumbent"] = RoleModifiers.None,
        ["outgoing"] = RoleModifiers.None,
        ["new"] = RoleModifiers.None,
        ["longtime"] = RoleModifiers.None,
        ["veteran"] = RoleModifiers.None,
        ["embattled"] = RoleModifiers.None,
    };

    /// <summary>Takes a role mention apart.</summary>
    /// <param name="surface">Its surface form.</param>
    /// <param name="isNoun">Whether an alias key is a role noun.</param>
    /// <param name="longestNoun">Words of the longest role noun.</param>
    /// <param name="phrase">The parts when the method returns true.</param>
    /// <returns>False when the phrase has no known role noun.</returns>
    public static bool TryParse(string surface, Predicate<string> isNoun, int longestNoun, out RolePhrase phrase)
    {
        var words = Words(surface);
        phrase = default;
        for (var length = Math.Min(longestNoun, words.Count); length >= 1; length--)
        {
            // The last noun of the phrase, or the last before a preposition, is its head.
            for (var start = words.Count - length; start >= 0; start--)
            {
                var noun = string.Join(' ', words.Skip(start).Take(length));
                if (isNoun(noun) && TryComplete(words, start, length, noun, out phrase))
                    return true;
            }
        }

        return false;
    }

    private static bool TryComplete(List<string> words, int start, int length, string noun, out RolePhrase phrase)
    {
        phrase = default;
        var modifiers = RoleModifiers.None;
        var before = new List<string>();
        foreach (var word in words.Take(start))
        {
            if (Modifiers.TryGetValue(word, out var modifier))
                modifiers |= modifier;
            else if (before.Count > 0 || !Determiners.Contains(word))
                before.Add(word);
        }

        var after = words.Skip(start + length).ToList();
        if (after.Count > 0 && Modifiers.TryGetValue(after[0], out var trailing))
        {
            modifiers |= trailing;
            after.RemoveAt(0);
        }

        if (after.Count > 0)
        {
            if (before.Count > 0 || after.Count < 2 || !Prepositions.Contains(after[0]))
                return false;
            before.AddRange(after.Skip(after[1] == "the" && after.Count > 2 ? 2 : 1));
        }

        phrase = new RolePhrase(noun, string.Join(' ', before), modifiers);
        return true;
    }

    private static List<string> Words(string surface)
    {
        var words = new List<string>();
        foreach (var written in surface.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            var stem = written.EndsWith("'s", StringComparison.Ordinal) || written.EndsWith("’s", StringComparison.Ordinal)
                ? written[..^2] : written;
            // A word alone loses its article in the key ("the the"), so determiners are folded by hand.
            var key = stem.Equals("the", StringComparison.OrdinalIgnoreCase) ? "the" : AliasKey.Of(stem);
            words.AddRange(key.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        }

        return words;
    }
}
