namespace EntityRes.Extraction.Coreference.Sieves;

/// <summary>
/// Persons' names of two words and more: "George Bush" and "George W. Bush", "V. Putin" and "Vladimir Putin", "Lula da Silva" and
/// "Luiz Inácio Lula da Silva"; never "George Bush" and "Laura Bush".
/// </summary>
internal static class FullNameSieve
{
    public static Sieve Sieve { get; } = new("full name", Link);

    private static void Link(DocumentFacts document, ChainSet chains, SieveScratch scratch)
    {
        var lastBearer = scratch.ByKey;         // surname → its last bearer: one mention for each chain
        var bearers = scratch.ByOtherKey;       // surname → how many
        var before = scratch.Links(document.Count); // by bearer: the one before, or -1
        lastBearer.Clear();
        bearers.Clear();
        foreach (var name in document.Names)
        {
            ref readonly var form = ref document.FormOf(name);
            if (document.Mentions[name].Mention.Type != MentionType.Person || form.WordCount < 2)
                continue;
            ref var last = ref lastBearer.At(form.Surname, -1);
            ref var count = ref bearers.At(form.Surname, 0);
            if (TryJoin(document, chains, name, last, before) || count >= NameWords.MaxBearers)
                continue;
            (before[name], last) = (last, name);
            count++;
        }
    }

    private static bool TryJoin(DocumentFacts document, ChainSet chains, int mention, int last, int[] before)
    {
        for (var bearer = last; bearer >= 0; bearer = before[bearer])
        {
            if (chains.ChainOf(bearer) == chains.ChainOf(mention))
                return true;
        }

        var words = document.Forms.WordsOf(document.FormOf(mention));
        for (var bearer = last; bearer >= 0; bearer = before[bearer])
        {
            var others = document.Forms.WordsOf(document.FormOf(bearer));
            if (!NameWords.AreVariants(words, others) || !chains.AgreeInGender(mention, bearer))
                continue;
            chains.Join(mention, bearer, Sieve.Name);
            return words.Length <= others.Length;
        }

        return false;
    }
}
