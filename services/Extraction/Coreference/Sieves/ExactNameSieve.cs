namespace EntityRes.Extraction.Coreference.Sieves;

/// <summary>Names of one type with one key: "Berlin" and "BERLIN", "US" and "United States", "Russian" and "Russians".</summary>
/// <remarks>Persons' single names are left to <see cref="SurnameSieve"/>: two people may share one.</remarks>
internal static class ExactNameSieve
{
    public static Sieve Sieve { get; } = new("exact name", Link);

    private static void Link(DocumentFacts document, ChainSet chains, SieveScratch scratch)
    {
        var firsts = scratch.ByKey;
        firsts.Clear();
        foreach (var name in document.Names)
        {
            ref readonly var facts = ref document.Mentions[name];
            if (facts.NameKey == 0 || (facts.Mention.Type == MentionType.Person && document.FormOf(name).WordCount < 2))
                continue;
            var first = firsts.At(facts.NameKey, name);
            if (first != name)
                chains.Join(name, first, Sieve.Name);
        }
    }
}
