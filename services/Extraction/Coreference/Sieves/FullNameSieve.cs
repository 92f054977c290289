namespace EntityRes.Extraction.Coreference.Sieves;

/// <summary>
/// Persons' names of two words and more: "George Bush" and "George W. Bush", "V. Putin" and "Vladimir Putin", "Lula da Silva" and
/// "Luiz Inácio Lula da Silva"; never "George Bush" and "Laura Bush".
/// </summary>
internal static class FullNameSieve
{
    public static Sieve Sieve { get; } = new("full name", Link);

    private static void Link(DocumentFacts document, ChainSet chains)
    {
        var bySurname = new Dictionary<string, List<int>>(StringComparer.Ordinal); // one mention for each chain
        for (var i = 0; i < document.Mentions.Length; i++)
        {
            var facts = document.Mentions[i];
            if (!facts.IsName || facts.Mention.Type != MentionType.Person || facts.Words.Length < 2)
                continue;
            var surname = NameWords.Surname(facts.Words);
            if (!bySurname.TryGetValue(surname, out var bearers))
                bySurname[surname] = bearers = [];
            if (!TryJoin(document, chains, i, bearers) && bearers.Count < NameWords.MaxBearers)
                bearers.Add(i);
        }
    }

    private static bool TryJoin(DocumentFacts document, ChainSet chains, int mention, List<int> bearers)
    {
        for (var b = bearers.Count - 1; b >= 0; b--)
        {
            if (chains.ChainOf(bearers[b]) == chains.ChainOf(mention))
                return true;
        }

        for (var b = bearers.Count - 1; b >= 0; b--)
        {
            if (!NameWords.AreVariants(document.Mentions[mention].Words, document.Mentions[bearers[b]].Words)
                || !chains.AgreeInGender(mention, bearers[b]))
                continue;
            chains.Join(mention, bearers[b], Sieve.Name);
            return document.Mentions[mention].Words.Length <= document.Mentions[bearers[b]].Words.Length;
        }

        return false;
    }
}
