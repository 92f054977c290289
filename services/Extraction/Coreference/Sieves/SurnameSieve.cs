using EntityRes.Extraction.Mentions.Rules.Lexicon;

namespace EntityRes.Extraction.Coreference.Sieves;

/// <summary>
/// A person's single name: the chain of the full name that bears it, as surname or else as another part. Of several bearers the
/// one whose title or gender fits; then the one the bare name already stands for; then the one named last.
/// </summary>
internal static class SurnameSieve
{
    public static Sieve Sieve { get; } = new("surname", Link);

    private static void Link(DocumentFacts document, ChainSet chains)
    {
        var bearers = Bearers(document);
        var bound = new Dictionary<string, int>(StringComparer.Ordinal); // bare name → the last mention it was used in
        for (var i = 0; i < document.Mentions.Length; i++)
        {
            var facts = document.Mentions[i];
            if (!facts.IsName || facts.Mention.Type != MentionType.Person || facts.Words.Length != 1)
                continue;
            var name = facts.Words[0];
            var antecedent = Choose(document, chains, i, bearers, bound.GetValueOrDefault(name, -1));
            if (antecedent >= 0)
                chains.Join(i, antecedent, Sieve.Name);
            bound[name] = i;
        }
    }

    // Word of a full name → its mentions in order, those that have it as surname apart from the others.
    private static Dictionary<(string, bool), List<int>> Bearers(DocumentFacts document)
    {
        var bearers = new Dictionary<(string, bool), List<int>>();
        for (var i = 0; i < document.Mentions.Length; i++)
        {
            var facts = document.Mentions[i];
            if (!facts.IsName || facts.Mention.Type != MentionType.Person || facts.Words.Length < 2)
                continue;
            var surname = NameWords.Surname(facts.Words);
            foreach (var word in facts.Words.Distinct())
            {
                var key = (word, word == surname);
                if (!bearers.TryGetValue(key, out var list))
                    bearers[key] = list = [];
                list.Add(i);
            }
        }

        return bearers;
    }

    private static int Choose(
        DocumentFacts document, ChainSet chains, int mention, Dictionary<(string, bool), List<int>> bearers, int bound)
    {
        var name = document.Mentions[mention].Words[0];
        foreach (var isSurname in (ReadOnlySpan<bool>)[true, false])
        {
            if (bearers.TryGetValue((name, isSurname), out var full) && Best(document, chains, mention, full, bound) is >= 0 and var best)
                return best;
        }

        return bound >= 0 && chains.AgreeInGender(mention, bound) ? bound : -1;
    }

    private static int Best(DocumentFacts document, ChainSet chains, int mention, List<int> full, int bound)
    {
        var at = full.BinarySearch(mention);
        var following = at < 0 ? ~at : at;
        var oldest = Math.Max(0, following - NameWords.MaxBearers);
        var best = -1;
        var bestScore = -1;
        for (var b = following - 1; b >= oldest; b--)
            Consider(full[b]);
        if (best < 0 && following < full.Count)
            Consider(full[following]);
        return best;

        void Consider(int candidate)
        {
            if (!chains.AgreeInGender(mention, candidate))
                return;
            var score = (TitleFits(document, chains, mention, candidate) ? 4 : 0)
                + (GenderFits(chains, mention, candidate) ? 2 : 0)
                + (bound >= 0 && chains.ChainOf(bound) == chains.ChainOf(candidate) ? 1 : 0);
            if (score > bestScore)
                (best, bestScore) = (candidate, score);
        }
    }

    private static bool TitleFits(DocumentFacts document, ChainSet chains, int mention, int candidate)
    {
        if (document.Mentions[mention].Title is not { } title)
            return false;
        foreach (var office in chains.OfficesOf(candidate))
        {
            if (office.Sense == title.Sense)
                return true;
        }

        return false;
    }

    private static bool GenderFits(ChainSet chains, int mention, int candidate) =>
        chains.GenderOf(mention) is not Gender.Unknown and var gender && gender == chains.GenderOf(candidate);
}
