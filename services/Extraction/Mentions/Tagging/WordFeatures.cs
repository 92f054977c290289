using System.Runtime.CompilerServices;
using EntityRes.Text;

namespace EntityRes.Extraction.Mentions.Tagging;

/// <summary>The features of a word by itself, as hashes: what training and tagging share.</summary>
/// <remarks>Everything that depends on the token's place is in <see cref="ContextFeatures"/>. Changing either makes a new model necessary.</remarks>
internal static class WordFeatures
{
    /// <summary>The most features a word can have.</summary>
    public const int MaxCount = 48;

    /// <summary>Longer words are cut here.</summary>
    public const int MaxLength = 40;

    /// <summary>Pseudo-feature of the place before the first and after the last token of a sentence.</summary>
    public static readonly ulong Boundary = StableHash.Of("", (ulong)Template.Boundary);

    private enum Template : ulong
    {
        Boundary = 100,
        Word,
        Lower,
        Case,
        Shape,
        Length,
        Prefix,
        Suffix,
        CasedSuffix,
        Cluster,
        OtherCluster,
        CoarseCluster,
        CapitalShare,
        List,
        Unknown,
        Inner,
    }

    /// <summary>Extracts the features of a word.</summary>
    /// <param name="word">The characters of a token, at least one.</param>
    /// <param name="lexicon">What is known of words.</param>
    /// <param name="features">Receives the hashes; room for <see cref="MaxCount"/>. No order, no duplicates.</param>
    /// <returns>Number of features.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int Extract(ReadOnlySpan<char> word, WordLexicon lexicon, Span<ulong> features)
    {
        if (word.Length > MaxLength)
            word = word[..MaxLength];
        Span<char> plain = stackalloc char[MaxLength];
        Span<char> lower = stackalloc char[MaxLength];
        plain = plain[..word.Length];
        lower = lower[..word.Length];
        Normalise(word, plain, lower);
        var wordCase = CaseOf(word);
        var count = 0;

        if (wordCase is not (WordCase.Lower or WordCase.None))
            features[count++] = Hash(Template.Word, plain);
        features[count++] = Hash(Template.Lower, lower);
        features[count++] = Combine(Template.Case, (ulong)wordCase);
        count = AddShape(plain, features, count);
        if (wordCase != WordCase.None)
            count = AddAffixes(lower, wordCase, features, count);
        return AddLexicon(lexicon.Find(WordLexicon.KeyOf(lower)), wordCase, features, count);
    }

    /// <summary>The key of a word's lower-case form.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static uint LowerKeyOf(ReadOnlySpan<char> word)
    {
        if (word.Length > MaxLength)
            word = word[..MaxLength];
        Span<char> plain = stackalloc char[MaxLength];
        Span<char> lower = stackalloc char[MaxLength];
        Normalise(word, plain[..word.Length], lower[..word.Length]);
        return WordLexicon.KeyOf(lower[..word.Length]);
    }

    /// <summary>How a word is written.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static WordCase CaseOf(ReadOnlySpan<char> word)
    {
        int upper = 0, lower = 0, letters = 0;
        var firstIsUpper = false;
        foreach (var c in word)
        {
            if (!char.IsLetter(c))
                continue;
            if (char.IsUpper(c))
            {
                upper++;
                firstIsUpper |= letters == 0;
            }
            else
            {
                lower++;
            }

            letters++;
        }

        if (letters == 0)
            return WordCase.None;
        if (upper == 0)
            return WordCase.Lower;
        if (lower == 0)
            return upper == 1 ? WordCase.Single : WordCase.Upper;
        return upper == 1 && firstIsUpper ? WordCase.Capitalised : WordCase.Mixed;
    }

    /// <summary>Straightens apostrophes and hyphens, maps digits to 0 in long numbers; and the same in lower case.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Normalise(ReadOnlySpan<char> word, Span<char> plain, Span<char> lower)
    {
        for (var i = 0; i < word.Length; i++)
        {
            plain[i] = word[i] switch
            {
                '’' or '‘' or 'ʼ' or 'ʻ' => '\'',
                '\u2010' or '\u2011' => '-',
                '“' or '”' => '"',
                >= '0' and <= '9' when word.Length > 2 => '0',
                var c => c,
            };
            lower[i] = char.ToLowerInvariant(plain[i]);
        }
    }

    private static int AddShape(ReadOnlySpan<char> plain, Span<ulong> features, int count)
    {
        Span<char> shape = stackalloc char[MaxLength];
        var length = 0;
        foreach (var c in plain)
        {
            var kind = char.IsUpper(c) ? 'X' : char.IsLetter(c) ? 'x' : char.IsDigit(c) ? '0' : c;
            if (length == 0 || shape[length - 1] != kind)
                shape[length++] = kind;
        }

        features[count++] = Hash(Template.Shape, shape[..Math.Min(length, 10)]);
        features[count++] = Combine(Template.Length, (ulong)Math.Min(plain.Length, 12));
        return count;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int AddAffixes(ReadOnlySpan<char> lower, WordCase wordCase, Span<ulong> features, int count)
    {
        for (var length = 1; length <= 4 && length < lower.Length; length++)
        {
            var suffix = Hash(Template.Suffix, lower[^length..]);
            if (length > 1)
                features[count++] = Hash(Template.Prefix, lower[..length]);
            features[count++] = suffix;
            if (length is 2 or 3)
                features[count++] = StableHash.Combine(suffix, (ulong)Template.CasedSuffix + ((ulong)wordCase << 8));
        }

        var hyphen = lower.IndexOf('-');
        if (hyphen > 0)
        {
            features[count++] = Hash(Template.Inner, lower[..hyphen]);
            if (hyphen + 1 < lower.Length)
                features[count++] = Hash(Template.Inner, lower[(hyphen + 1)..]);
        }

        return count;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int AddLexicon(WordEntry entry, WordCase wordCase, Span<ulong> features, int count)
    {
        var isLower = wordCase is WordCase.Lower or WordCase.None;
        var own = isLower ? entry.LowerCluster : entry.CapitalCluster;
        var other = isLower ? entry.CapitalCluster : entry.LowerCluster;
        if (own != 0)
            features[count++] = Combine(Template.Cluster, own);
        if (other != 0 && !isLower)
            features[count++] = Combine(Template.OtherCluster, other);
        if (wordCase != WordCase.None)
            features[count++] = Combine(Template.CapitalShare, entry.CapitalShare + ((ulong)wordCase << 8));
        if (own == 0)
            features[count++] = Combine(Template.Unknown, (ulong)wordCase + (other == 0 ? 0UL : 16));
        for (var bit = 0; bit < 11; bit++)
        {
            if ((entry.Lists >> bit & 1) != 0)
                features[count++] = Combine(Template.List, (ulong)bit + (isLower ? 16UL : 0));
        }

        return count;
    }

    private static ulong Hash(Template template, ReadOnlySpan<char> text) => StableHash.Of(text, (ulong)template);

    private static ulong Combine(Template template, ulong value) => StableHash.Combine((ulong)template * 0x9E3779B97F4A7C15UL, value);
}
