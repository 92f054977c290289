using EntityRes.Text;

namespace EntityRes.Resolution.Roles;

/// <summary>
/// Surface form of a role mention → its parts. The grammar:
/// <c>[determiner] modifier* [polity] modifier* noun [of|for [the] polity] ["-elect"]</c>, the polity as adjective ("Russian"), possessive
/// ("Ukraine's"), compound ("NATO chief") or of-phrase ("head of the IMF").
/// </summary>
/// <param name="isNoun">Whether an alias key is a role noun.</param>
/// <param name="longestNoun">Words of the longest role noun.</param>
/// <param name="isPolity">Whether an alias key names something: "new york" is no new York.</param>
internal sealed class RolePhraseParser(Predicate<string> isNoun, int longestNoun, Predicate<string> isPolity)
{
    /// <summary>Takes a role mention apart.</summary>
    /// <param name="surface">Its surface form.</param>
    internal RolePhrase Parse(string surface)
    {
        var words = Words(surface);
        var first = 0;
        var isIndefinite = false;
        if (words.Count > 0 && RoleWords.IsIndefiniteByDeterminer.TryGetValue(words[0], out isIndefinite))
            first = 1;
        for (var length = Math.Min(longestNoun, words.Count - first); length >= 1; length--)
        {
            // The last noun of the phrase, or the last before a preposition, is its head.
            for (var start = words.Count - length; start >= first; start--)
            {
                var noun = Join(words, start, start + length);
                if (isNoun(noun) && TryComplete(words, first, start, length, noun, out var phrase))
                    return phrase with { IsIndefinite = isIndefinite };
            }
        }

        var modifiers = RoleModifiers.None;
        var last = words.Count;
        while (first < last && RoleWords.Modifiers.TryGetValue(words[first], out var modifier))
        {
            modifiers |= modifier;
            first++;
        }

        return new RolePhrase("", "", Join(words, first, last), modifiers, isIndefinite);
    }

    private bool TryComplete(List<string> words, int first, int start, int length, string noun, out RolePhrase phrase)
    {
        phrase = default;
        var modifiers = RoleModifiers.None;
        var after = start + length;
        if (after < words.Count && RoleWords.Modifiers.TryGetValue(words[after], out var trailing))
        {
            modifiers |= trailing;
            after++;
        }

        var last = start;
        SkipModifiers(words, ref first, ref last, ref modifiers);
        var polity = Join(words, first, last);
        var title = Join(words, first, start + length);
        if (after < words.Count)
        {
            if (polity.Length > 0 || words.Count - after < 2 || !RoleWords.Prepositions.Contains(words[after]))
                return false;
            after += words[after + 1] == "the" && words.Count - after > 2 ? 2 : 1;
            polity = Join(words, after, words.Count);
            title = Join(words, start, words.Count);
        }
        else if (last - first > 1 && RoleWords.Deputies.Contains(words[first]) && isNoun($"{words[first]} {noun}"))
        {
            noun = $"{words[first]} {noun}";
            polity = Join(words, first + 1, last);
        }

        phrase = new RolePhrase(noun, polity, title, modifiers, IsIndefinite: false);
        return true;
    }

    // Leaves the polity between first and last. Words that are a name are none that modify: "new" in "New York mayor".
    private void SkipModifiers(List<string> words, ref int first, ref int last, ref RoleModifiers modifiers)
    {
        var others = 0;
        for (var i = first; i < last; i++)
            others += RoleWords.Modifiers.ContainsKey(words[i]) ? 0 : 1;
        while (first < last && (others == 0 || !isPolity(Join(words, first, last))))
        {
            if (RoleWords.Modifiers.TryGetValue(words[first], out var leading))
                first++;
            else if (RoleWords.Modifiers.TryGetValue(words[last - 1], out leading))
                last--;
            else
                return;
            modifiers |= leading;
        }
    }

    private static string Join(List<string> words, int first, int end) =>
        end - first == 1 ? words[first] : string.Join(' ', words.GetRange(first, Math.Max(0, end - first)));

    private static List<string> Words(string surface)
    {
        var words = new List<string>();
        foreach (var written in surface.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            var stem = written.EndsWith("'s", StringComparison.Ordinal) || written.EndsWith("’s", StringComparison.Ordinal)
                ? written[..^2] : written;
            // A word alone loses its article in the key ("the the"), so determiners are folded by hand.
            var key = stem.Equals("the", StringComparison.OrdinalIgnoreCase) ? "the" : AliasKey.Of(stem);
            if (key.Contains(' '))
                words.AddRange(key.Split(' '));
            else if (key.Length > 0)
                words.Add(key);
        }

        return words;
    }
}
