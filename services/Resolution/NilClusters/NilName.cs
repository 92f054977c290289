using EntityRes.Resolution.CanonicalIds;
using EntityRes.Resolution.Names;
using EntityRes.Text;

namespace EntityRes.Resolution.NilClusters;

/// <summary>
/// Under which name and type a chain outside the catalogue is minted: such that documents which write one name with and without
/// honorific, legal form, possessive mark or middle initial give it one id.
/// </summary>
public static class NilName
{
    // Forms of address: a name of one word remains a name without them, unlike "King Charles" without its rank.
    private static readonly HashSet<string> Addresses = ["mr", "mrs", "ms", "miss", "mister", "dr", "doctor", "prof", "professor"];

    private static readonly Dictionary<string, string> Placewords = new(StringComparer.Ordinal) { ["mt"] = "Mount", ["ft"] = "Fort", ["st"] = "Saint" };

    /// <summary>Name and type of a chain.</summary>
    /// <returns>Null when the chain has no name that leaves a key.</returns>
    public static (EntityType Type, string Name)? Of(ChainQuery chain)
    {
        ArgumentNullException.ThrowIfNull(chain);
        if (chain.Mentions[chain.Representative].Form != MentionForm.Named)
            return null;
        var type = TypeOf(chain);
        var name = type == EntityType.Person ? FullestOf(chain) : Bare(chain.Mentions[chain.Representative].Text, type);
        return AliasKey.Of(name).Length > 0 ? (type, name) : null;
    }

    /// <summary>The minted id of a name written alone.</summary>
    public static string IdOf(EntityType type, string surface) => MintedId.Of(type, Bare(surface, type));

    /// <summary>A name without what only goes with it.</summary>
    /// <param name="surface">As written.</param>
    /// <param name="type">What it names: honorifics are those of persons, legal forms those of organisations, "Mt." is part of a place's.</param>
    public static string Bare(string surface, EntityType type)
    {
        ArgumentNullException.ThrowIfNull(surface);
        List<string> words = [.. surface.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)];
        if (words.Count > 0)
            words[^1] = WithoutPossessive(words[^1]);
        if (words.Count is > 1 and <= NameWords.MostWords)
        {
            if (type == EntityType.Person)
                BarePerson(words);
            else if (type == EntityType.Organization)
                Strip(words, isAtEnd: true, (phrase, _) => NameLexicon.Instance.IsLegalForm(phrase));
            else if (type == EntityType.Location)
                words[0] = Placewords.GetValueOrDefault(AliasKey.Of(words[0]), words[0]);
        }

        var bare = string.Join(' ', words).TrimEnd(',');
        return AliasKey.Of(bare).Length > 0 ? bare : surface;
    }

    // Most words, of equals the first: "Smith" and "Jane Smith" are minted as Jane Smith.
    private static string FullestOf(ChainQuery chain)
    {
        var fullest = "";
        foreach (var mention in chain.Mentions)
        {
            if (mention.Form != MentionForm.Named)
                continue;
            var name = Bare(mention.Text, EntityType.Person);
            if (fullest.Length == 0 || name.AsSpan().Count(' ') > fullest.AsSpan().Count(' '))
                fullest = name;
        }

        return fullest;
    }

    // What most of its names are tagged as; a tie goes to the chain's own.
    private static EntityType TypeOf(ChainQuery chain)
    {
        Span<int> counts = stackalloc int[byte.MaxValue + 1];
        foreach (var mention in chain.Mentions)
            counts[(byte)mention.Type] += mention.Form == MentionForm.Named ? 1 : 0;
        var best = chain.Type;
        foreach (var mention in chain.Mentions)
        {
            if (mention.Form == MentionForm.Named && counts[(byte)mention.Type] > counts[(byte)best])
                best = mention.Type;
        }

        return best;
    }

    private static void BarePerson(List<string> words)
    {
        var lexicon = NameLexicon.Instance;
        Strip(words, isAtEnd: false, (phrase, rest) => lexicon.IsHonorificBefore(phrase) && (rest > 1 || Addresses.Contains(phrase)));
        Strip(words, isAtEnd: true, (phrase, rest) => lexicon.IsHonorificAfter(phrase) && rest > 1);
        for (var i = words.Count - 2; i > 0; i--)
        {
            if (AliasKey.Of(words[i]).Length == 1)
                words.RemoveAt(i);
        }
    }

    private static void Strip(List<string> words, bool isAtEnd, Func<string, int, bool> isStripped)
    {
        for (var length = Math.Min(NameLexicon.LongestPhrase, words.Count - 1); length > 0;)
        {
            var start = isAtEnd ? words.Count - length : 0;
            if (isStripped(AliasKey.Of(string.Join(' ', words.GetRange(start, length))), words.Count - length))
            {
                words.RemoveRange(start, length);
                length = Math.Min(NameLexicon.LongestPhrase, words.Count - 1);
            }
            else
            {
                length--;
            }
        }
    }

    private static string WithoutPossessive(string word) =>
        word.Length > 3 && (word.EndsWith("'s", StringComparison.Ordinal) || word.EndsWith("’s", StringComparison.Ordinal)) ? word[..^2] : word;
}
