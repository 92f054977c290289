using EntityRes.Extraction.Mentions.Rules.Lexicon;

namespace EntityRes.Extraction.Coreference.Sieves;

/// <summary>
/// A person's single name: the chain of the full name that bears it, as surname or else as another part. Of several bearers the
/// one whose title or gender fits; then the one the bare name already stands for; then the one named last.
/// </summary>
internal static class SurnameSieve
{
    public static Sieve Sieve { get; } = new("surname", Link);

    private static void Link(DocumentFacts document, ChainSet chains, SieveScratch scratch)
    {
        var bearers = scratch.Groups;
        var bound = scratch.ByKey; // bare name → the last mention it was used in
        FillBearers(document, bearers);
        bound.Clear();
        foreach (var name in document.Names)
        {
            ref readonly var form = ref document.FormOf(name);
            if (document.Mentions[name].Mention.Type != MentionType.Person || form.WordCount != 1)
                continue;
            ref var last = ref bound.At(form.Surname, -1);
            var antecedent = Choose(document, chains, name, bearers, last);
            if (antecedent >= 0)
                chains.Join(name, antecedent, Sieve.Name);
            last = name;
        }
    }

    // Word of a full name → its mentions in order, those that have it as surname apart from the others.
    private static void FillBearers(DocumentFacts document, KeyGroups bearers)
    {
        bearers.Clear();
        foreach (var name in document.Names)
        {
            ref readonly var form = ref document.FormOf(name);
            if (document.Mentions[name].Mention.Type != MentionType.Person || form.WordCount < 2)
                continue;
            var words = document.Forms.WordsOf(form);
            for (var i = 0; i < words.Length; i++)
            {
                if (!IsRepeated(words, i))
                    bearers.Note(KeyOf(words[i].Key, words[i].Key == form.Surname), name);
            }
        }

        bearers.Group();
    }

    private static ulong KeyOf(ulong word, bool isSurname) => isSurname ? word : ~word;

    private static bool IsRepeated(ReadOnlySpan<NameWord> words, int word)
    {
        foreach (var earlier in words[..word])
        {
            if (earlier.Key == words[word].Key)
                return true;
        }

        return false;
    }

    private static int Choose(DocumentFacts document, ChainSet chains, int mention, KeyGroups bearers, int bound)
    {
        var name = document.FormOf(mention).Surname;
        var best = Best(document, chains, mention, bearers.Of(KeyOf(name, isSurname: true)), bound);
        if (best < 0)
            best = Best(document, chains, mention, bearers.Of(KeyOf(name, isSurname: false)), bound);
        if (best >= 0)
            return best;
        return bound >= 0 && chains.AgreeInGender(mention, bound) ? bound : -1;
    }

    private static int Best(DocumentFacts document, ChainSet chains, int mention, ReadOnlySpan<int> full, int bound)
    {
        var at = full.BinarySearch(mention);
        var following = at < 0 ? ~at : at;
        var oldest = Math.Max(0, following - NameWords.MaxBearers);
        var best = -1;
        var bestScore = -1;
        for (var b = following - 1; b >= oldest; b--)
        {
            if (!chains.AgreeInGender(mention, full[b]))
                continue;
            var score = Score(document, chains, mention, full[b], bound);
            if (score > bestScore)
                (best, bestScore) = (full[b], score);
        }

        return best < 0 && following < full.Length && chains.AgreeInGender(mention, full[following]) ? full[following] : best;
    }

    private static int Score(DocumentFacts document, ChainSet chains, int mention, int candidate, int bound) =>
        (TitleFits(document, chains, mention, candidate) ? 4 : 0) + (GenderFits(chains, mention, candidate) ? 2 : 0)
        + (bound >= 0 && chains.ChainOf(bound) == chains.ChainOf(candidate) ? 1 : 0);

    private static bool TitleFits(DocumentFacts document, ChainSet chains, int mention, int candidate)
    {
        if (!document.Mentions[mention].HasOffice)
            return false;
        var title = document.Mentions[mention].Office.Sense;
        for (var office = chains.FirstOffice(candidate); office >= 0; office = chains.NextOffice(office))
        {
            if (document.Mentions[office].Office.Sense.Equals(title))
                return true;
        }

        return false;
    }

    private static bool GenderFits(ChainSet chains, int mention, int candidate) =>
        chains.GenderOf(mention) is not Gender.Unknown and var gender && gender == chains.GenderOf(candidate);
}
