namespace EntityRes.Extraction.Coreference.Sieves;

/// <summary>Names of one type with one key: "Berlin" and "BERLIN", "US" and "United States", "Russian" and "Russians".</summary>
/// <remarks>Persons' single names are left to <see cref="SurnameSieve"/>: two people may share one.</remarks>
internal static class ExactNameSieve
{
    public static Sieve Sieve { get; } = new("exact name", Link);

    private static void Link(DocumentFacts document, ChainSet chains)
    {
        var firsts = new Dictionary<(MentionType, string), int>();
        for (var i = 0; i < document.Mentions.Length; i++)
        {
            var facts = document.Mentions[i];
            var type = facts.Mention.Type;
            if (!facts.IsName || facts.NameKey.Length == 0 || (type == MentionType.Person && facts.Words.Length < 2))
                continue;
            if (!firsts.TryAdd((type, facts.NameKey), i))
                chains.Join(i, firsts[(type, facts.NameKey)], Sieve.Name);
        }
    }
}
