namespace EntityRes.Extraction.Tokens;

/// <summary>Splits a scanned word into its tokens: the clitic off its end, and parts at those hyphens where names begin or end.</summary>
internal static class WordSplitter
{
    /// <summary>Adds the tokens of the word <c>[start, end)</c>.</summary>
    public static void Add(ReadOnlySpan<char> text, int start, int end, TokenList tokens)
    {
        var stem = end - CliticAtEnd(text[start..end]);
        AddHyphenated(text, start, stem, tokens);
        if (stem < end)
            tokens.Add(stem, end);
    }

    /// <summary>Length of the clitic ('s, ’ll, …) the text starts with, when no letter follows it; else 0.</summary>
    public static int CliticLength(ReadOnlySpan<char> text)
    {
        var length = 1;
        while (length < Math.Min(text.Length, 4) && char.IsAsciiLetter(text[length]))
            length++;
        if (length < text.Length && CharacterKinds.Of(text[length]) is CharacterKind.Letter or CharacterKind.Digit or CharacterKind.Mark)
            return 0;
        return IsClitic(text[1..length]) ? length : 0;
    }

    private static int CliticAtEnd(ReadOnlySpan<char> word)
    {
        for (var letters = 1; letters <= 2 && letters + 1 < word.Length; letters++)
        {
            var at = word.Length - letters - 1;
            if (CharacterKinds.Of(word[at]) == CharacterKind.Apostrophe)
                return IsClitic(word[(at + 1)..]) ? letters + 1 : 0;
        }

        return 0;
    }

    private static bool IsClitic(ReadOnlySpan<char> letters) => letters switch
    {
        "s" or "S" or "d" or "D" or "m" or "M" or "ll" or "LL" or "re" or "RE" or "ve" or "VE" => true,
        _ => false,
    };

    private static void AddHyphenated(ReadOnlySpan<char> text, int start, int end, TokenList tokens)
    {
        var partStart = start; // of the token being built
        var left = start; // of the part before the hyphen
        var hyphen = NextHyphen(text, start, end);
        while (hyphen < end)
        {
            var next = NextHyphen(text, hyphen + 1, end);
            if (HyphenRule.Splits(text[left..hyphen], text[(hyphen + 1)..next]))
            {
                tokens.Add(partStart, hyphen);
                tokens.Add(hyphen, hyphen + 1);
                partStart = hyphen + 1;
            }

            left = hyphen + 1;
            hyphen = next;
        }

        tokens.Add(partStart, end);
    }

    private static int NextHyphen(ReadOnlySpan<char> text, int from, int end)
    {
        while (from < end && CharacterKinds.Of(text[from]) != CharacterKind.Hyphen)
            from++;
        return from;
    }
}
